import type { PoolClient } from 'pg';
import type { Database } from '../../src/persistence/database.js';
import { SCOPE_TEXT } from '../../src/persistence/scope.js';

const TRANSACTION_CONTROL = /^\s*(begin|start|commit|rollback|set|savepoint|release)\b/i;

/**
 * Runs work and gives the statements that it sent to the database meanwhile, in order; BEGIN,
 * COMMIT and the like are left out, and so is the scope of a transaction.
 */
export async function statementsOf(
  database: Database,
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  const statements: string[] = [];
  const silent = new Map<PoolClient, PoolClient['query']>();
  const listen = (client: PoolClient): void => {
    const { query } = client;
    silent.set(client, query);
    const heard = (...args: readonly unknown[]): unknown => {
      const texts = textsOf(args[0]).filter((text) => !TRANSACTION_CONTROL.test(text));
      statements.push(...texts.filter((text) => text !== SCOPE_TEXT));
      return Reflect.apply(query, client, args);
    };
    Object.assign(client, { query: heard });
  };
  const leave = (_: unknown, client: PoolClient): void => {
    Object.assign(client, { query: silent.get(client) ?? client.query });
  };
  database.pool.on('acquire', listen).on('release', leave);
  try {
    await work();
  } finally {
    database.pool.off('acquire', listen).off('release', leave);
  }
  return statements;
}

/** What node-postgres is asked: a text, an object with one, or several that run together. */
function textsOf(query: unknown): readonly string[] {
  if (typeof query === 'string') return [query];
  if (typeof query !== 'object' || query === null) return [];
  const asked =
    'statements' in query && Array.isArray(query.statements) ? query.statements : [query];
  return asked.map(({ text }: { text?: unknown }) => (typeof text === 'string' ? text : ''));
}
