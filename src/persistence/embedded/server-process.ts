import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '../../platform/monotonic.js';
import { logTail, withLogFile } from './bounded-log.js';
import type { Cluster } from './cluster.js';
import { answers } from './database.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { disownPostmaster, runningPostmaster } from './postmaster-file.js';
import { processIdentity } from './process-identity.js';
import { SERVER_ENVIRONMENT } from './run-to-end.js';
import { makeSocketFolder } from './server-folders.js';
import { settingArguments } from './server-settings.js';

const READY_POLL_MS = 10;
const DEATH_POLL_MS = 200;
const FIRST_ATTEMPTS = 5;
const FIRST_PAUSE_MS = 300;
/** Replaying the log of a long write after a crash may take its time. */
const READY_TIMEOUT_MS = 120_000;
/** How long to wait for a server that lives but does not answer before giving up on it. */
const ADOPTION_TIMEOUT_MS = 15_000;

/** A server that takes connections. */
export interface ServerProcess {
  pid: number;
  /** What tells it from a later process with the same pid. */
  identity: string | null;
  /** Settles when it is gone. */
  exited: Promise<void>;
}

/** The server that outlived its program, once it answers; null if none lives. */
export async function adoptServer({ folders }: Cluster): Promise<ServerProcess | null> {
  const deadline = monotonicMs() + ADOPTION_TIMEOUT_MS;
  for (;;) {
    const postmaster = runningPostmaster(folders);
    if (postmaster === null) return null;
    if (postmaster.ready && (await answers(folders))) {
      return adopted(postmaster.pid);
    }
    if (monotonicMs() > deadline) throw unresponsive(postmaster.pid);
    await sleep(DEATH_POLL_MS);
  }
}

/**
 * Starts a server, again where the processes of a dead one are still about to end. Throws
 * {@link EmbeddedPostgresError} with its last messages.
 */
export async function spawnFirstServer(cluster: Cluster): Promise<ServerProcess> {
  for (let attempt = 1; attempt < FIRST_ATTEMPTS; attempt += 1) {
    try {
      return await spawnServer(cluster);
    } catch (error) {
      cluster.log.debug({ err: error, attempt }, 'the embedded PostgreSQL did not start');
      await sleep(FIRST_PAUSE_MS);
    }
  }
  return spawnServer(cluster);
}

/** Starts a server and waits until it takes connections. Throws {@link EmbeddedPostgresError} with its last messages. */
export async function spawnServer(cluster: Cluster): Promise<ServerProcess> {
  disownPostmaster(cluster.folders);
  await makeSocketFolder(cluster.folders, cluster.account);
  const server = spawnDetached(cluster);
  await untilReady(cluster, server);
  return server;
}

/** In a group of its own, so that Ctrl+C and the end of the program leave it to us to stop it in order. */
function spawnDetached({ account, binaries, folders, durable }: Cluster): ServerProcess {
  const settings = settingArguments({ socketFolder: folders.socket, durable });
  const { file, args, identity } = account.command(binaries.postgres, [
    '-D',
    folders.data,
    ...settings,
  ]);
  const child = withLogFile({ path: folders.log, account }, (log) =>
    spawn(file, args, {
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', log, log],
      detached: true,
      ...identity,
    }),
  );
  child.unref();
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
  const pid = child.pid ?? 0;
  return { pid, identity: processIdentity(pid), exited };
}

async function untilReady({ folders }: Cluster, server: ServerProcess): Promise<void> {
  const deadline = monotonicMs() + READY_TIMEOUT_MS;
  while (monotonicMs() < deadline) {
    if (processIdentity(server.pid) === null) throw failedToStart(folders.log);
    if (runningPostmaster(folders)?.ready === true && (await answers(folders))) return;
    await sleep(READY_POLL_MS);
  }
  throw unresponsive(server.pid);
}

function adopted(pid: number): ServerProcess {
  const identity = processIdentity(pid);
  return { pid, identity, exited: untilGone(pid, identity) };
}

async function untilGone(pid: number, identity: string | null): Promise<void> {
  while (identity !== null && processIdentity(pid) === identity) {
    await sleep(DEATH_POLL_MS, undefined, { ref: false });
  }
}

function failedToStart(log: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The embedded PostgreSQL did not start. The end of ${log}:\n${logTail(log)}`,
  );
}

function unresponsive(pid: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The embedded PostgreSQL runs as process ${pid} but does not answer. Stop that process and start again.`,
  );
}
