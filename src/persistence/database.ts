import { IsolationLevel, type MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { Pool } from 'pg';
import { orUnavailable } from './availability.js';
import { createOrm } from './orm.js';
import { createPool, type PoolSettings } from './pool.js';
import { retryRaces } from './retry.js';
import { type Sql, type UnitOfWork, unitOfWorkOf } from './unit-of-work.js';

/** The database: transactions to write in, statements to read with. */
export class Database implements Sql {
  protected constructor(
    readonly pool: Pool,
    readonly orm: MikroORM,
  ) {}

  /** Opens lazily: the first statement connects. */
  static async open(settings: PoolSettings): Promise<Database> {
    const pool = createPool(settings);
    return new Database(pool, await createOrm(pool, settings.log));
  }

  /**
   * Runs `work` in one READ COMMITTED transaction that commits when it returns and rolls back when
   * it throws. Work that lost a race is run again from its beginning, at most five times.
   * Throws UnavailableError when the database cannot be reached.
   */
  write<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    return orUnavailable(() => retryRaces(() => this.transact(work, {})));
  }

  /** Runs `work` on one consistent, read-only view of the database. */
  readConsistently<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    const options = { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true };
    return orUnavailable(() => this.transact(work, options));
  }

  /** Reads outside a transaction: each statement sees what is committed when it starts. */
  rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return orUnavailable(async () => {
      const client = this.orm.em.getConnection().getClient();
      const result = await client.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
      return result.rows;
    });
  }

  async close(): Promise<void> {
    await this.orm.close(true);
  }

  private async transact<T>(
    work: (unit: UnitOfWork) => Promise<T>,
    options: { isolationLevel?: IsolationLevel; readOnly?: boolean },
  ): Promise<T> {
    const em = this.orm.em.fork();
    await em.begin(options);
    try {
      const result = await work(unitOfWorkOf(em));
      await em.commit();
      return result;
    } catch (error) {
      // The failure that matters is the first; a rollback on a dead connection only repeats it.
      await em.rollback().catch(() => undefined);
      throw error;
    }
  }
}
