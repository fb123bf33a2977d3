import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startEmbeddedPostgres } from '../../src/persistence/embedded/start-embedded-postgres.js';
import { newDataDir, query, removeDataDir, SILENT } from '../support/embedded-owner.js';

let dataDir: string;

beforeEach(async () => {
  dataDir = await newDataDir();
});

afterEach(async () => {
  await removeDataDir(dataDir);
});

describe('the first start', () => {
  test('makes a durable database for an ordinary role, reached by a private socket alone', async () => {
    const server = await startEmbeddedPostgres({ dataDir, log: SILENT });
    const [facts] = await query(
      server.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS addresses,
              current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone,
              lower('ÄŁ') AS lower, current_database() AS database, usesuper AS super
       FROM pg_user WHERE usename = current_user`,
    );
    const expected = { fsync: 'on', addresses: '', encoding: 'UTF8', zone: 'UTC', lower: 'äł' };
    expect(facts).toEqual({ ...expected, database: 'paceline', super: false });
    expect(statSync(join(dataDir, 'run')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    await server.stop();
  });

  test('leaves no server and no lock behind when it is stopped, however often', async () => {
    const server = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
    await expect(query(server.url, 'SELECT 1')).rejects.toThrow();
  });
});

describe('a later start', () => {
  test('finds what was written before', async () => {
    const first = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  test('refuses the data folder of another version', async () => {
    const server = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    await server.stop();
    const file = join(dataDir, 'postgres/PG_VERSION');
    const version = readFileSync(file, 'utf8');
    writeFileSync(file, '15\n');
    await expect(startEmbeddedPostgres({ dataDir, log: SILENT })).rejects.toThrow(/PostgreSQL 15/);
    writeFileSync(file, version);
  });
});

describe('a path too long for a socket', () => {
  test('puts the socket elsewhere', async () => {
    const deep = join(dataDir, 'a-long-name-for-a-folder'.repeat(4));
    const server = await startEmbeddedPostgres({ dataDir: deep, log: SILENT, durable: false });
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(decodeURIComponent(server.url)).toMatch(/@\/tmp\/paceline-[0-9a-f]{16}:/);
    await server.stop();
  });
});
