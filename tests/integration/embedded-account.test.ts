import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { completePackage } from '../../src/persistence/embedded/binaries.js';
import { startEmbeddedPostgres } from '../../src/persistence/embedded/start-embedded-postgres.js';
import { newDataDir, query, removeDataDir, SILENT, startOwner } from '../support/embedded-owner.js';

const NOBODY = 65534;
const NAMELESS = 54_321;

// What only root can do is asked only of root.
if (process.getuid?.() === 0) describe('the server’s account', describeAccounts);

function describeAccounts(): void {
  let dataDir: string;

  afterEach(async () => {
    await removeDataDir(dataDir);
  });

  test('is a lesser one where root starts it', async () => {
    dataDir = await newDataDir();
    const server = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    const { uid } = await stat(join(dataDir, 'postgres'));
    expect(uid).not.toBe(0);
    await server.stop();
  });

  test('is root in a user namespace under a folder that others cannot enter', async () => {
    dataDir = await newDataDir();
    await chmod(join(dataDir, '..'), 0o700);
    const server = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(0);
    await server.stop();
  });

  test('may change when the folder above is closed or opened', async () => {
    dataDir = await newDataDir();
    for (const mode of [0o711, 0o700, 0o711]) {
      await chmod(join(dataDir, '..'), mode);
      const server = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
      await query(server.url, 'CREATE TABLE IF NOT EXISTS kept ()');
      await server.stop();
    }
  });

  test.each([
    ['a normal user', NOBODY],
    ['a user without a name', NAMELESS],
  ])('is that of %s who starts it', async (_, uid) => {
    dataDir = await newDataDir();
    await chown(join(dataDir, '..'), uid, uid);
    const owner = await startOwner(dataDir, { uid });
    expect(await query(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(uid);
    await owner.end('SIGTERM');
  });
}

describe('a package installed without its scripts', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'paceline-package-'));
    await mkdir(join(root, 'native/bin'), { recursive: true });
    await mkdir(join(root, 'native/lib'));
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    await writeFile(join(root, 'native/pg-symlinks.json'), JSON.stringify(links));
    for (const program of ['initdb', 'postgres']) {
      await writeFile(join(root, 'native/bin', program), '', { mode: 0o644 });
    }
  });

  afterEach(async () => {
    await rm(root, { recursive: true });
  });

  test('gets its libraries linked and its programs executable, once', async () => {
    await completePackage(root);
    const { postgres } = await completePackage(root);
    expect(await readlink(join(root, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect((await lstat(postgres)).mode & 0o111).toBe(0o111);
  });
});
