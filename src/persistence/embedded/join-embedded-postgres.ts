import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '../../platform/monotonic.js';
import { answers, databaseUrl } from './database.js';
import { tryLockDirectory } from './directory-lock.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { makeRootFolder, serverFolders, type ServerFolders } from './server-folders.js';
import {
  startLocked,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './start-embedded-postgres.js';

const ANSWER_PATIENCE_MS = 10_000;
const POLL_MS = 100;

/**
 * Uses the PostgreSQL of `dataDir` beside whoever owns it, or starts it if nobody does: for
 * commands that must work while the program runs as well as when it does not. `stop` leaves the
 * server of another owner alone. Throws {@link EmbeddedPostgresError} as
 * {@link startEmbeddedPostgres} does.
 */
export async function joinEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const folders = serverFolders(resolve(options.dataDir));
  await makeRootFolder(folders);
  const deadline = monotonicMs() + ANSWER_PATIENCE_MS;
  while (monotonicMs() < deadline) {
    const lock = await tryLockDirectory(folders.root);
    if (lock !== null) return startLocked(options, lock);
    if (await answers(folders)) return guest(folders);
    await sleep(POLL_MS);
  }
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL of ${folders.root} belongs to a running program but does not answer.`,
  );
}

function guest(folders: ServerFolders): EmbeddedPostgres {
  return { url: databaseUrl(folders), stop: () => Promise.resolve() };
}
