import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/persistence/embedded/start-embedded-postgres.js';
import { monotonicMs } from '../../src/platform/monotonic.js';
import { newDataDir, query, removeDataDir, SILENT } from '../support/embedded-owner.js';
import { RawSocket } from '../support/raw-socket.js';
import { type Answer, codesOf, TestApp } from '../support/test-app.js';

const NOTICE_MS = 3_000;
const RECOVERY_MS = 5_000;

const READ = '{ brands { totalCount } }';
const CREATE = 'mutation { createBrand(input: { name: "B", currency: "EUR" }) { brand { id } } }';
const RUN = 'mutation { runJob(name: "budget-check") { job { lastError } } }';

const app = new TestApp();
let dataDir: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  dataDir = await newDataDir();
  server = await startServer();
  await app.start({ DATABASE_URL: server.url, ROLES: 'api,worker', METRICS_OPEN: 'on' });
});

afterAll(async () => {
  await app.close();
  await server.stop();
  await removeDataDir(dataDir);
});

function startServer(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
}

interface Stuck {
  readonly answer: Promise<Answer>;
  readonly release: () => Promise<void>;
}

/** A request that waits for a lock until that is released. */
async function stuckRequest(): Promise<Stuck> {
  const client = new pg.Client({ connectionString: server.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin; lock table brand in access exclusive mode');
  const answer = app.ask(READ);
  while ((await client.query('select from pg_locks where not granted')).rowCount === 0);
  return { answer, release: () => client.end() };
}

/** The processes of the server: whoever is connected, and the one that takes connections. */
async function serverPids(): Promise<readonly number[]> {
  const rows = await query(
    server.url.replace('paceline@', 'postgres@'),
    `select pid from pg_stat_activity
     union select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int`,
  );
  return rows.map(({ pid }) => Number(pid));
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // The one that looked is gone by now.
    }
  }
}

async function expectUnavailable(asked: Promise<Answer>): Promise<void> {
  const startedAt = monotonicMs();
  const { status, headers, body } = await asked;
  expect(monotonicMs() - startedAt).toBeLessThan(NOTICE_MS);
  expect([status, headers.get('retry-after')]).toEqual([503, '1']);
  expect(body.errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAVAILABLE']);
  expect(JSON.stringify(body)).not.toMatch(/ECONN|ENOENT|socket|sql|postgres/i);
}

async function expectRecovery(): Promise<void> {
  const startedAt = monotonicMs();
  while (codesOf(await app.ask(CREATE)).length > 0 || (await statusOf('/readyz')) !== 200) {
    expect(monotonicMs() - startedAt).toBeLessThan(RECOVERY_MS);
  }
}

async function statusOf(path: string): Promise<number> {
  return (await fetch(app.url + path)).status;
}

async function expectAlive(): Promise<void> {
  const startedAt = monotonicMs();
  expect(await statusOf('/healthz')).toBe(200);
  while ((await statusOf('/readyz')) !== 503) {
    expect(monotonicMs() - startedAt).toBeLessThan(NOTICE_MS);
  }
  expect(await statusOf('/metrics')).toBe(200);
  expect(await statusOf('/sign-in')).toBe(200);
  expect(await statusOf('/playground')).toBe(503);
}

describe('while the database', () => {
  test('is stopped, requests are told so in time, and served again when it is back', async () => {
    const socket = await RawSocket.open(app.socketUrl);
    const watch = 'subscription { campaignStatusChanged { to } }';
    socket.say({ id: 'watch', type: 'subscribe', payload: { query: watch } });
    await server.stop();
    await Promise.all([READ, CREATE, RUN, READ].map((text) => expectUnavailable(app.ask(text))));
    expect(JSON.stringify(await socket.ask('1', READ))).toContain('"code":"UNAVAILABLE"');
    await expectAlive();
    server = await startServer();
    await expectRecovery();
    await socket.close();
  });

  test('is frozen, requests that had begun are told so as well', async () => {
    const { answer, release } = await stuckRequest();
    const pids = await serverPids();
    signalAll(pids, 'SIGSTOP');
    try {
      await Promise.all([answer, app.ask(CREATE), app.ask(READ)].map(expectUnavailable));
      await expectUnavailable(app.ask(CREATE));
      await expectAlive();
    } finally {
      signalAll(pids, 'SIGCONT');
    }
    await release();
    await expectRecovery();
  });

  test('loses single connections, nobody notices', async () => {
    await query(
      server.url.replace('paceline@', 'postgres@'),
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename = 'paceline' and application_name = 'paceline watch'`,
    );
    expect(codesOf(await app.ask(READ))).toEqual([]);
    expect(await statusOf('/readyz')).toBe(200);
  });
});
