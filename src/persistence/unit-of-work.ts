import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type Transaction } from 'kysely';
import { invariant } from '../domain/errors.js';

/** Runs statements with bound values (`$1`, `$2` …) and gives their rows. */
export interface Sql {
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** One transaction: what the ORM flushes and what statements write commits together. */
export interface UnitOfWork extends Sql {
  /** A fork of the entity manager for this transaction alone. */
  readonly em: EntityManager;
}

/** The unit of work of an entity manager whose transaction has begun. */
export function unitOfWorkOf(em: EntityManager): UnitOfWork {
  const transaction: Transaction<unknown> | undefined = em.getTransactionContext();
  invariant(transaction, 'a unit of work needs a transaction');
  return {
    em,
    rows: async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
      const result = await transaction.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
      return result.rows;
    },
  };
}
