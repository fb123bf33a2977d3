import {
  getCreateIndexesSQL,
  getCreateTableSQL,
  getUpdateTimestampTriggerSQL,
} from '@agendajs/postgres-backend';
import { Migration } from '@mikro-orm/migrations';
import { APPEND_ONLY_GUARDS, DELIVERY_TABLES } from './delivery-tables.js';
import { ENGINE_TABLES } from './engine-tables.js';

/** Where Agenda keeps its jobs; made here because two processes that make it at once collide. */
export const AGENDA_TABLE = 'agenda_jobs';

export class EngineMigration extends Migration {
  override up(): void {
    for (const sql of [...ENGINE_TABLES, ...DELIVERY_TABLES, ...APPEND_ONLY_GUARDS]) {
      this.addSql(sql);
    }
    this.addSql(getCreateTableSQL(AGENDA_TABLE));
    for (const sql of getCreateIndexesSQL(AGENDA_TABLE)) this.addSql(sql);
    this.addSql(getUpdateTimestampTriggerSQL(AGENDA_TABLE));
  }
}
