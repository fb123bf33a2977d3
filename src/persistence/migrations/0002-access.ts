import { Migration } from '@mikro-orm/migrations';
import { ACCESS_TABLES, AUDIT_TABLES, LEDGER_ACTOR } from './access-tables.js';
import { ISOLATION } from './isolation.js';

/** People, keys, the audit log, and the wall between agencies. */
export class AccessMigration extends Migration {
  override up(): void {
    for (const sql of [...ACCESS_TABLES, ...AUDIT_TABLES, ...LEDGER_ACTOR, ...ISOLATION]) {
      this.addSql(sql);
    }
  }
}
