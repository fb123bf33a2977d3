import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Reach } from '../domain/access/caller.js';
import type { AgencyId } from '../domain/ids.js';
import { createOrm } from './orm.js';
import { createPool, type PoolSettings } from './pool.js';
import { KnownRows } from './known-rows.js';
import { EVERYWHERE, scopeOf, scopeOfGroup } from './scope.js';
import { ScopedDatabase } from './scoped-database.js';

/**
 * The database. Nothing can be read or written before it is said within whose reach: the database
 * itself then lets nothing else be seen, whatever a statement asks for.
 */
export class Database {
  /** All agencies: for what serves them all, such as jobs, live delivery and sign-in. */
  readonly everywhere: ScopedDatabase;

  /** Rows that need not be read again where the database says that they have not changed. */
  readonly known = new KnownRows();

  protected constructor(
    readonly pool: Pool,
    readonly orm: MikroORM,
  ) {
    this.everywhere = new ScopedDatabase(this, EVERYWHERE);
  }

  /** Opens lazily: the first statement connects. */
  static async open(settings: PoolSettings): Promise<Database> {
    const pool = createPool(settings);
    return new Database(pool, await createOrm(pool, settings.log));
  }

  /** What a caller can reach: their agency, or some of its brands. */
  within(reach: Reach): ScopedDatabase {
    return new ScopedDatabase(this, scopeOf(reach));
  }

  /** Several agencies whose spend is recorded in one transaction. */
  among(agencyIds: readonly AgencyId[]): ScopedDatabase {
    return new ScopedDatabase(this, scopeOfGroup(agencyIds));
  }

  async close(): Promise<void> {
    await this.orm.close(true);
    // The ORM ends a pool that it has used; statements of their own go past it.
    if (!this.pool.ending) await this.pool.end();
  }
}
