import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startEmbeddedPostgres } from '../../src/persistence/embedded/start-embedded-postgres.js';
import {
  usedDataDir,
  query,
  removeDataDir,
  SILENT,
  startOwner,
} from '../support/embedded-owner.js';

const SERVER_PID = "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid";
const POLL_MS = 20;

let dataDir: string;

beforeEach(async () => {
  dataDir = await usedDataDir();
});

afterEach(async () => {
  await removeDataDir(dataDir);
});

/** Only the server's own superuser may read its files. */
async function serverPid(url: string): Promise<number> {
  const [row] = await query(url.replace('paceline@', 'postgres@'), SERVER_PID);
  return Number(row?.['pid']);
}

async function untilAnswered(url: string): Promise<void> {
  for (;;) {
    try {
      await query(url, 'SELECT 1');
      return;
    } catch {
      await sleep(POLL_MS);
    }
  }
}

describe('after the program was killed', () => {
  test('the next one adopts its server, with every row', async () => {
    const killed = await startOwner(dataDir);
    const pid = await serverPid(killed.url);
    await query(killed.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await killed.end('SIGKILL');
    const next = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    expect(await serverPid(next.url)).toBe(pid);
    expect(await query(next.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await next.stop();
    await expect(query(next.url, 'SELECT 1')).rejects.toThrow();
  });

  test('and its server with it, all that was committed is there', async () => {
    const killed = await startOwner(dataDir, { durable: true });
    const pid = await serverPid(killed.url);
    await query(killed.url, 'CREATE TABLE kept (answer int)');
    await query(killed.url, 'INSERT INTO kept SELECT generate_series(1, 1000)');
    await killed.end('SIGKILL');
    process.kill(pid, 'SIGKILL');
    const next = await startEmbeddedPostgres({ dataDir, log: SILENT });
    expect(await query(next.url, 'SELECT count(*)::int AS rows FROM kept')).toEqual([
      { rows: 1000 },
    ]);
    await next.stop();
  });
});

describe('when the server dies', () => {
  test('it is started again at the same address, as often as it takes', async () => {
    const server = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    const pids = new Set<number>();
    for (let time = 0; time < 3; time += 1) {
      const pid = await serverPid(server.url);
      pids.add(pid);
      process.kill(pid, 'SIGKILL');
      await untilAnswered(server.url);
    }
    pids.add(await serverPid(server.url));
    expect(pids.size).toBe(4);
    await server.stop();
    await expect(query(server.url, 'SELECT 1')).rejects.toThrow();
  });

  test('an adopted one is started again too', async () => {
    const killed = await startOwner(dataDir);
    await killed.end('SIGKILL');
    const server = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    process.kill(await serverPid(server.url), 'SIGKILL');
    await untilAnswered(server.url);
    await server.stop();
  });

  test('stopping in the middle of a restart leaves none behind', async () => {
    const server = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    process.kill(await serverPid(server.url), 'SIGKILL');
    await server.stop();
    await expect(query(server.url, 'SELECT 1')).rejects.toThrow();
  });
});
