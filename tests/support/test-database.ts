import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from '@jest/globals';
import pg from 'pg';

const CLOSING_ATTEMPTS = 40;
const CLOSING_POLL_MS = 25;

/** A database of one test file alone. */
export interface TestDatabase {
  /** Its address. */
  readonly url: string;
  /** Drops it. Throws if a connection to it was left open. */
  drop(): Promise<void>;
}

/** A new database: a copy of the migrated one, or an empty one. */
export async function createTestDatabase(
  content: 'migrated' | 'empty' = 'migrated',
): Promise<TestDatabase> {
  // Never used twice: where one file could not drop its own, those after it are not to fail too.
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = content === 'migrated' ? `TEMPLATE ${fromSetup('TEST_TEMPLATE')}` : '';
  await onServer((server) => server.query(`CREATE DATABASE ${name} ${template}`));
  const url = new URL(fromSetup('TEST_SERVER_URL'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => dropDatabase(name) };
}

/** The database of this test file: there before its first test, dropped after its last. */
export function useTestDatabase(content: 'migrated' | 'empty' = 'migrated'): {
  readonly url: string;
} {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase(content);
  });
  afterAll(async () => {
    await database?.drop();
  });
  return {
    get url() {
      if (database === undefined)
        throw new Error('the test database is made before the first test');
      return database.url;
    },
  };
}

async function dropDatabase(name: string): Promise<void> {
  await onServer(async (server) => {
    const left = await openConnections(server, name);
    // By force only where somebody is left: an autovacuum may not be forced, but makes way by itself.
    await server.query(`DROP DATABASE ${name} ${left.length > 0 ? 'WITH (FORCE)' : ''}`);
    if (left.length > 0) {
      throw new Error(
        `${String(left.length)} connections were left open, last at: ${left.join('; ')}`,
      );
    }
  });
}

/** The last statements of the connections that stay. A closed one may linger for a moment. */
async function openConnections(server: pg.Client, name: string): Promise<string[]> {
  for (let attempt = 1; ; attempt += 1) {
    const { rows } = await server.query<{ query: string }>(
      "SELECT query FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'",
      [name],
    );
    if (rows.length === 0 || attempt === CLOSING_ATTEMPTS) return rows.map(({ query }) => query);
    await sleep(CLOSING_POLL_MS);
  }
}

async function onServer<T>(use: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: fromSetup('TEST_SERVER_URL') });
  await server.connect();
  try {
    return await use(server);
  } finally {
    await server.end();
  }
}

function fromSetup(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is set by the run's global setup`);
  return value;
}
