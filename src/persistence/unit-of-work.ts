import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type Transaction as QueryTransaction } from 'kysely';
import { invariant } from '../domain/errors.js';

/** Runs statements with bound values (`$1`, `$2` …) and gives their rows. */
export interface Sql {
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** One transaction of statements. */
export interface Transaction extends Sql {
  /** The last statement of all; where nothing else has to follow, the commit goes with it. */
  lastRows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Undoes what has been done so far, locks too, and begins anew; null where others take part. */
  readonly restart: (() => Promise<void>) | null;
}

/** One transaction: what the ORM flushes and what statements write commits together. */
export interface UnitOfWork extends Transaction {
  /** A fork of the entity manager for this transaction alone. */
  readonly em: EntityManager;
}

/** The unit of work of an entity manager whose transaction has begun. */
export function unitOfWorkOf(em: EntityManager): UnitOfWork {
  const transaction: QueryTransaction<unknown> | undefined = em.getTransactionContext();
  invariant(transaction, 'a unit of work needs a transaction');
  const rows = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    const result = await transaction.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
    return result.rows;
  };
  // The ORM ends what it has begun.
  return { em, rows, lastRows: rows, restart: null };
}
