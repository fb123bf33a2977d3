import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { lockDirectory } from '../../src/persistence/embedded/directory-lock.js';
import { joinEmbeddedPostgres } from '../../src/persistence/embedded/join-embedded-postgres.js';
import { startEmbeddedPostgres } from '../../src/persistence/embedded/start-embedded-postgres.js';
import {
  usedDataDir,
  query,
  removeDataDir,
  SILENT,
  startOwner,
} from '../support/embedded-owner.js';

const TAKER = 'tests/support/lock-taker-process.mjs';

let dataDir: string;

beforeEach(async () => {
  dataDir = await usedDataDir();
});

afterEach(async () => {
  await removeDataDir(dataDir);
});

describe('a data folder in use', () => {
  test('is refused to a second owner, who is told the first one by its pid', async () => {
    const owner = await startOwner(dataDir);
    await expect(lockDirectory(dataDir, 300)).rejects.toThrow(
      `is in use by process ${String(owner.pid)}.`,
    );
    await owner.end('SIGTERM');
  });

  test('is given to a second owner who waits until the first has finished', async () => {
    const owner = await startOwner(dataDir);
    const second = startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    await owner.end('SIGTERM');
    const server = await second;
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  test('may be joined by a command, which leaves the server running', async () => {
    const owner = await startOwner(dataDir);
    const guest = await joinEmbeddedPostgres({ dataDir, log: SILENT });
    expect(guest.url).toBe(owner.url);
    await guest.stop();
    expect(await query(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await owner.end('SIGTERM');
  });
});

describe('a data folder in nobody’s use', () => {
  test('is started by a command that wants to join, and stopped after it', async () => {
    const server = await joinEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    await expect(query(server.url, 'SELECT 1')).rejects.toThrow();
  });

  test.each([
    ['a process that is gone', '{"pid":2147483646,"identity":"gone"}'],
    ['a pid that is another process now', `{"pid":${String(process.pid)},"identity":"earlier"}`],
    ['half a write', '{"pid":1'],
  ])('is taken over from %s', async (_, left) => {
    writeFileSync(join(dataDir, 'lock'), left);
    const lock = await lockDirectory(dataDir, 1_000);
    await expect(lockDirectory(dataDir, 0)).rejects.toThrow(String(process.pid));
    lock.release();
  });

  test('goes to one of many that find the same dead owner', async () => {
    writeFileSync(join(dataDir, 'lock'), '{"pid":2147483646,"identity":"gone"}');
    const takers = Array.from({ length: 6 }, () => fork(TAKER, [dataDir], { execArgv: [] }));
    const answers = await Promise.all(takers.map((taker) => once(taker, 'message')));
    expect(answers.flat().filter((answer) => answer === 'taken')).toHaveLength(1);
    for (const taker of takers) taker.kill('SIGKILL');
  });
});
