import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { invariant } from '../domain/errors.js';
import { preparedName } from './statement.js';

/** The pool as the query layer sees it: declared statements are prepared under their names. */
export function preparingPool(pool: Pool): PostgresPool {
  const wrapped = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? new PreparingClient(client);
      wrapped.set(client, known);
      return known;
    },
  };
}

class PreparingClient implements PostgresPoolClient {
  constructor(private readonly client: PoolClient) {}

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

  release(): void {
    this.client.release();
  }
}
