import type { Reach } from '../domain/access/caller.js';
import { Database } from './database.js';
import { EVERYWHERE } from './scope.js';
import { ScopedDatabase } from './scoped-database.js';
import type { Transaction, UnitOfWork } from './unit-of-work.js';

/**
 * The database as seen from inside a running transaction: what is written joins it, commits with it
 * and is undone with it; what is read sees it, all of it within the transaction's own scope. A race
 * that is lost is for the outer transaction to run again. Locks are kept until its end, so brands
 * that exist must be locked in the order of ids.
 */
export function joinTransaction(database: Database, unit: UnitOfWork): Database {
  return new JoinedDatabase(database, unit);
}

class JoinedDatabase extends Database {
  override readonly everywhere: ScopedDatabase;

  constructor(database: Database, unit: UnitOfWork) {
    super(database.pool, database.orm);
    this.everywhere = new JoinedScope(database, unit);
  }

  override within(_reach: Reach): ScopedDatabase {
    return this.everywhere;
  }

  override among(_agencyIds: readonly string[]): ScopedDatabase {
    return this.everywhere;
  }

  /** The transaction is not its to end. */
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

class JoinedScope extends ScopedDatabase {
  override readonly isJoined = true;

  constructor(
    database: Database,
    private readonly unit: UnitOfWork,
  ) {
    super(database, EVERYWHERE);
  }

  override write<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    // Each piece of work reads rows anew, as it would in a transaction of its own.
    this.unit.em.clear();
    return work(this.unit);
  }

  override writeRows<T>(work: (transaction: Transaction, lost: number) => Promise<T>): Promise<T> {
    return this.write((unit) => work(unit, 0));
  }

  override readConsistently<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    return this.write(work);
  }

  override rowsTogether(): Promise<never> {
    throw new TypeError('a transaction that was joined is not ended here');
  }

  override rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.unit.rows<Row>(text, values);
  }
}
