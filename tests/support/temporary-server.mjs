import { readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryLockDirectory } from '../../dist/persistence/embedded/directory-lock.js';
import {
  startEmbeddedPostgres,
  startLocked,
} from '../../dist/persistence/embedded/start-embedded-postgres.js';
import { createLogger } from '../../dist/platform/logger.js';

const log = createLogger({ level: 'warn' });
// Folders of whole runs, and of tests that start servers of their own.
const TEMPORARY = /^paceline-(?:test|data)-/;
/** Longer than any test leaves its folder without an owner. */
const ORPHAN_AGE_MS = 15 * 60_000;

/** Starts an embedded PostgreSQL for this run in a temporary folder that goes with it. */
export async function startTemporaryServer() {
  await removeOrphans();
  const folder = join(tmpdir(), `paceline-test-${process.pid}`);
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    log,
    durable: false,
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void stop().finally(() => process.exit(1)));
  }
  return { url: server.url, stop };
}

/** Tests that were killed leave their servers behind: these are adopted, and then stopped in order. */
async function removeOrphans() {
  const folders = readdirSync(tmpdir()).filter((name) => TEMPORARY.test(name));
  for (const name of folders) {
    const folder = join(tmpdir(), name);
    await removeOrphan(folder).catch((error) => log.warn({ err: error, folder }, 'left behind'));
  }
}

async function removeOrphan(folder) {
  const dataDir = join(folder, 'data');
  const lockedAt = statSync(join(dataDir, 'lock'), { throwIfNoEntry: false })?.mtimeMs;
  if (lockedAt === undefined || Date.now() - lockedAt < ORPHAN_AGE_MS) return;
  const lock = await tryLockDirectory(dataDir);
  if (lock === null) return;
  const orphan = await startLocked({ dataDir, log, durable: false }, lock);
  await orphan.stop();
  rmSync(folder, { recursive: true, force: true });
}
