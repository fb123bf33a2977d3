import pg from 'pg';
import { SCOPE_NAME, type Scope } from './scope.js';

/** What of node-postgres' connection a query speaks to. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  bind(message: { portal: string; statement: string; values: readonly string[] }): void;
  execute(message: { portal: string; rows: number }): void;
}

/** What node-postgres calls on a query, and does not all declare. */
interface QueryHandlers extends pg.Submittable {
  /** Gives an error for a statement that it cannot send. */
  submit: (connection: pg.Connection) => unknown;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: pg.Connection): void;
}

/** The answer to one statement. */
export interface ScopedResult {
  readonly rows: readonly unknown[];
}

/** A statement with its values; a name prepares it. */
export interface ScopedStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Runs one statement in a scope on a connection of the pool, in one round trip. What is sent before
 * a Sync is one transaction of the protocol's own: the scope is taken in it, the statement runs in
 * it, and both end with it. The connection must have {@link SCOPE_NAME} prepared.
 */
export function runScoped(
  client: pg.PoolClient,
  scope: Scope,
  statement: ScopedStatement,
): Promise<ScopedResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ScopedResult>();
  // Without values it would go by the simple protocol, which knows no such transaction.
  const config = { ...statement, queryMode: 'extended' };
  const query = new pg.Query(config, (error, result) => {
    if (error) reject(error);
    else resolve(result);
  });
  client.query(inScope(query as unknown as QueryHandlers, scope));
  return promise;
}

/** Sends the scope before the query; the first row and the first completion are the scope's. */
function inScope(query: QueryHandlers, scope: Scope): QueryHandlers {
  const submit = query.submit.bind(query);
  const handleDataRow = query.handleDataRow.bind(query);
  const handleCommandComplete = query.handleCommandComplete.bind(query);
  let isInScope = false;
  return Object.assign(query, {
    submit(connection: pg.Connection) {
      const wire = connection as unknown as Wire;
      wire.stream.cork();
      try {
        wire.bind({ portal: '', statement: SCOPE_NAME, values: scope });
        wire.execute({ portal: '', rows: 0 });
        return submit(connection);
      } finally {
        wire.stream.uncork();
      }
    },
    handleDataRow(message: unknown) {
      if (isInScope) handleDataRow(message);
    },
    handleCommandComplete(message: unknown, connection: pg.Connection) {
      if (isInScope) handleCommandComplete(message, connection);
      else isInScope = true;
    },
  });
}
