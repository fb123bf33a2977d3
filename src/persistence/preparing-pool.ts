import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { invariant } from '../domain/errors.js';
import { preparedName } from './statement.js';

/** The pool as the query layer sees it: declared statements are prepared under their names. */
export function preparingPool(pool: Pool): PostgresPool {
  const wrapped = new WeakMap<PoolClient, PreparingClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? new PreparingClient(client);
      wrapped.set(client, known);
      known.take();
      return known;
    },
  };
}

class PreparingClient implements PostgresPoolClient {
  private isTaken = false;

  constructor(private readonly client: PoolClient) {
    // The query layer keeps a connection whose BEGIN, COMMIT or ROLLBACK fails: every transaction that
    // loses its connection would take a place in the pool with it, until none is left.
    client.once('end', () => {
      this.giveBack(true);
    });
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(
    text: string | PostgresCursor<unknown>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<unknown>> | PostgresCursor<unknown> {
    invariant(typeof text === 'string', 'no cursors here');
    const name = preparedName(text);
    const query = { ...(name === undefined ? {} : { name }), text, values: [...values] };
    return this.client.query(query).then(({ command, rowCount, rows }) => ({
      command: command as PostgresQueryResult<unknown>['command'],
      rowCount: rowCount ?? 0,
      rows,
    }));
  }

  /** The pool has handed it out. */
  take(): void {
    this.isTaken = true;
  }

  release(): void {
    this.giveBack(false);
  }

  private giveBack(isBroken: boolean): void {
    if (!this.isTaken) return;
    this.isTaken = false;
    this.client.release(isBroken);
  }
}
