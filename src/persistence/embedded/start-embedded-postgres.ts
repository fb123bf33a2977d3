import { resolve } from 'node:path';
import type { Logger } from '../../platform/logger.js';
import { findBinaries } from './binaries.js';
import type { Cluster } from './cluster.js';
import { createClusterOnce } from './create-cluster.js';
import { createDatabaseOnce, databaseUrl } from './database.js';
import { lockDirectory, type DirectoryLock } from './directory-lock.js';
import { chooseServerAccount } from './server-account.js';
import {
  claimDataFolder,
  makeRootFolder,
  removeSocketFolder,
  serverFolders,
} from './server-folders.js';
import { adoptServer, spawnFirstServer, type ServerProcess } from './server-process.js';
import { ServerSupervisor } from './server-supervisor.js';
import { stopServer } from './stop-server.js';

/** How long a second start waits for the first owner of a data folder to finish. */
const OWNER_PATIENCE_MS = 10_000;

/** How to start the embedded PostgreSQL. */
export interface EmbeddedPostgresOptions {
  /** The folder for its data, made if it is not there. */
  dataDir: string;
  log: Logger;
  /** False gives up safety against a crash of the machine for speed, for tests. */
  durable?: boolean;
}

/** A PostgreSQL that belongs to this process and is restarted if it dies. */
export interface EmbeddedPostgres {
  /** The address of the program's database; stays the same when the server is restarted. */
  url: string;
  /** Stops the server and gives the data folder up. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL in `dataDir`, or adopts the one there that outlived a killed program. Throws
 * {@link EmbeddedPostgresError} if another living process owns the folder for longer than 10 s, or
 * if this machine cannot run it.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const folders = serverFolders(resolve(options.dataDir));
  await makeRootFolder(folders);
  const lock = await lockDirectory(folders.root, OWNER_PATIENCE_MS);
  return startLocked(options, lock);
}

/** The same for who holds the folder's lock already. Gives it up on failure. */
export async function startLocked(
  { dataDir, log, durable = true }: EmbeddedPostgresOptions,
  lock: DirectoryLock,
): Promise<EmbeddedPostgres> {
  try {
    const folders = serverFolders(resolve(dataDir));
    const binaries = await findBinaries();
    const account = chooseServerAccount(folders.root, binaries.postgres);
    const cluster = { binaries, folders, account, durable, log };
    const supervisor = new ServerSupervisor(cluster, await runServer(cluster));
    const stop = async (): Promise<void> => {
      await supervisor.stop();
      await removeSocketFolder(folders);
      lock.release();
    };
    return { url: databaseUrl(folders), stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function runServer(cluster: Cluster): Promise<ServerProcess> {
  const server = (await adopt(cluster)) ?? (await create(cluster));
  try {
    await createDatabaseOnce(cluster.folders);
    return server;
  } catch (error) {
    await stopServer(server);
    throw error;
  }
}

async function adopt(cluster: Cluster): Promise<ServerProcess | null> {
  const server = await adoptServer(cluster);
  if (server !== null) cluster.log.info({ pid: server.pid }, 'adopted the embedded PostgreSQL');
  return server;
}

async function create(cluster: Cluster): Promise<ServerProcess> {
  await claimDataFolder(cluster.folders, cluster.account);
  await createClusterOnce(cluster);
  const server = await spawnFirstServer(cluster);
  cluster.log.info({ pid: server.pid }, 'started the embedded PostgreSQL');
  return server;
}
