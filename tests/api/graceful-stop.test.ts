import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { monotonicMs } from '../../src/platform/monotonic.js';
import { ProgramRun } from '../support/program-run.js';
import { RawSocket } from '../support/raw-socket.js';
import { bearer, TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const QUICK_MS = 4_000;
const LIMIT_MS = 10_000;
const BRANDS = '{ brands { totalCount } }';

/** Holds up everything that reads brands until it is released. */
class Obstacle {
  private constructor(private readonly client: pg.Client) {}

  static async raise(url: string): Promise<Obstacle> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('begin; lock table brand in access exclusive mode');
    return new Obstacle(client);
  }

  /** Waits until so many wait for it. */
  async holds(count: number): Promise<void> {
    for (;;) {
      const { rowCount } = await this.client.query('select 1 from pg_locks where not granted');
      if (rowCount !== null && rowCount >= count) return;
    }
  }

  async remove(): Promise<void> {
    await this.client.end();
  }
}

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(() => database.drop());

describe('a process that is asked to stop', () => {
  test('answers what it was asked, says goodbye to sockets and takes nothing new', async () => {
    const app = new TestApp();
    await app.start({ DATABASE_URL: database.url });
    const obstacle = await Obstacle.raise(database.url);
    const idle = await RawSocket.open(app.socketUrl);
    idle.say({
      id: '1',
      type: 'subscribe',
      payload: { query: 'subscription { spendUpdated { at } }' },
    });
    const busy = await RawSocket.open(app.socketUrl);
    const overSocket = busy.ask('1', BRANDS);
    const overHttp = app.ask(BRANDS);
    await obstacle.holds(2);
    const startedAt = monotonicMs();
    const closed = app.close();
    await expect(RawSocket.connect(app.socketUrl)).rejects.toThrow();
    await expect(fetch(`${app.url}/healthz`)).rejects.toThrow();
    await obstacle.remove();
    const { status, headers, body } = await overHttp;
    expect([status, body.data]).toEqual([200, { brands: { totalCount: 0 } }]);
    expect(headers.get('connection')).toBe('close');
    expect(await overSocket).toMatchObject({ payload: { data: { brands: { totalCount: 0 } } } });
    expect(await Promise.all([idle.closed, busy.closed])).toEqual([1001, 1001]);
    await closed;
    expect(monotonicMs() - startedAt).toBeLessThan(QUICK_MS);
  });

  test('gives up on what never ends', async () => {
    const app = new TestApp();
    await app.start({ DATABASE_URL: database.url });
    const obstacle = await Obstacle.raise(database.url);
    const cutOff = app.ask(BRANDS).catch(() => 'cut off');
    await obstacle.holds(1);
    const startedAt = monotonicMs();
    const closed = app.close();
    expect(await cutOff).toBe('cut off');
    await obstacle.remove();
    await closed;
    expect(monotonicMs() - startedAt).toBeLessThan(LIMIT_MS);
  });

  test('stops once, however often it is asked', async () => {
    const app = new TestApp();
    await app.start({ DATABASE_URL: database.url });
    await Promise.all([app.close(), app.close()]);
    await app.close();
  });
});

describe('the program', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 after %s, and what was asked is answered',
    async (signal) => {
      const program = new ProgramRun({ DATABASE_URL: database.url });
      const url = await program.ready();
      const obstacle = await Obstacle.raise(database.url);
      const answer = fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...bearer() },
        body: JSON.stringify({ query: BRANDS }),
      });
      await obstacle.holds(1);
      const startedAt = monotonicMs();
      program.process.kill(signal);
      await expect(untilRefused(url)).resolves.toBe('refused');
      await obstacle.remove();
      expect(await (await answer).json()).toMatchObject({ data: { brands: { totalCount: 0 } } });
      expect(await program.exit).toBe(0);
      expect(monotonicMs() - startedAt).toBeLessThan(QUICK_MS);
    },
  );
});

async function untilRefused(url: string): Promise<'refused'> {
  const accepted = await fetch(`${url}/healthz`).catch(() => null);
  return accepted === null ? 'refused' : untilRefused(url);
}
