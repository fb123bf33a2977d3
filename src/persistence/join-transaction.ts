import { Database } from './database.js';
import type { UnitOfWork } from './unit-of-work.js';

/**
 * The database as seen from inside a running transaction: what is written joins it, commits with it
 * and is undone with it; what is read sees it. A race that is lost is for the outer transaction to
 * run again. Locks are kept until its end, so brands that exist must be locked in the order of ids.
 */
export function joinTransaction(database: Database, unit: UnitOfWork): Database {
  return new JoinedDatabase(database, unit);
}

class JoinedDatabase extends Database {
  constructor(
    database: Database,
    private readonly unit: UnitOfWork,
  ) {
    super(database.pool, database.orm);
  }

  override write<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    // Each piece of work reads rows anew, as it would in a transaction of its own.
    this.unit.em.clear();
    return work(this.unit);
  }

  override readConsistently<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    return this.write(work);
  }

  override rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.unit.rows<Row>(text, values);
  }

  /** The transaction is not its to end. */
  override close(): Promise<void> {
    return Promise.resolve();
  }
}
