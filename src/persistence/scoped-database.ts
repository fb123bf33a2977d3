import { IsolationLevel, type MikroORM } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import { isDatabaseGone, orUnavailable } from './availability.js';
import { PipelinedTransaction } from './pipelined-transaction.js';
import { retryRaces } from './retry.js';
import { type Scope, SCOPE_TEXT } from './scope.js';
import { type BoundStatement, runTogether, type TextRow } from './run-together.js';
import { runScoped } from './scoped-query.js';
import { preparedName } from './statement.js';
import { type Sql, type Transaction, type UnitOfWork, unitOfWorkOf } from './unit-of-work.js';

/** What a scope works on. */
interface Source {
  readonly pool: Pool;
  readonly orm: MikroORM;
}

/** The database as it is within one scope: transactions to write in, statements to read with. */
export class ScopedDatabase implements Sql {
  /** Whether all of this happens inside a transaction that runs already. */
  readonly isJoined: boolean = false;

  constructor(
    protected readonly source: Source,
    private readonly scope: Scope,
  ) {}

  /**
   * Runs `work` in one READ COMMITTED transaction that commits when it returns and rolls back when
   * it throws. Work that lost a race is run again from its beginning, at most five times.
   * Throws UnavailableError when the database cannot be reached.
   */
  write<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    return orUnavailable(() => retryRaces(() => this.transact(work, {})));
  }

  /**
   * The same without the ORM, which saves round trips: the first and the last statement carry its ends. `work`
   * is told how often it has lost a race.
   */
  writeRows<T>(work: (transaction: Transaction, lost: number) => Promise<T>): Promise<T> {
    return orUnavailable(() =>
      retryRaces((lost) => this.pipeline((transaction) => work(transaction, lost))),
    );
  }

  /** Runs `work` on one consistent, read-only view of the database. */
  readConsistently<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    const options = { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true };
    return orUnavailable(() => this.transact(work, options));
  }

  /** One statement in a transaction of its own, in one round trip; it sees what is committed when it starts. */
  async rows<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const name = preparedName(text);
    const statement = { ...(name === undefined ? {} : { name }), text, values: [...values] };
    const { rows } = await this.ask((client) => runScoped(client, this.scope, statement));
    return rows as Row[];
  }

  /**
   * Declared statements in one READ COMMITTED transaction, in one round trip: nothing can be decided
   * between them. If one fails, all are undone. Gives the rows of the last.
   */
  rowsTogether(statements: readonly BoundStatement[]): Promise<readonly TextRow[]> {
    return this.ask((client) => runTogether(client, this.scope, statements));
  }

  private ask<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return orUnavailable(async () => {
      const client = await this.source.pool.connect();
      let isBroken = false;
      try {
        return await work(client);
      } catch (error) {
        // A statement that failed leaves nothing open; a connection that did is closed already.
        isBroken = !isOfServer(error) || isDatabaseGone(error);
        throw error;
      } finally {
        client.release(isBroken);
      }
    });
  }

  private async pipeline<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const client = await this.source.pool.connect();
    const transaction = new PipelinedTransaction(client, this.scope);
    let isBroken = false;
    try {
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      // The failure that matters is the first; a connection that cannot roll back is of no more use.
      await transaction.rollback().catch(() => (isBroken = true));
      throw error;
    } finally {
      transaction.leave();
      client.release(isBroken);
    }
  }

  private async transact<T>(
    work: (unit: UnitOfWork) => Promise<T>,
    options: { isolationLevel?: IsolationLevel; readOnly?: boolean },
  ): Promise<T> {
    const em = this.source.orm.em.fork();
    await em.begin(options);
    try {
      const unit = unitOfWorkOf(em);
      await unit.rows(SCOPE_TEXT, this.scope);
      const result = await work(unit);
      await em.commit();
      return result;
    } catch (error) {
      // The failure that matters is the first; a rollback on a dead connection only repeats it.
      await em.rollback().catch(() => undefined);
      throw error;
    }
  }
}

function isOfServer(error: unknown): boolean {
  return Error.isError(error) && 'severity' in error;
}
