import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/persistence/embedded/start-embedded-postgres.js';
import { createLogger, type Logger } from '../../src/platform/logger.js';

/** A process of its own that owns an embedded PostgreSQL. */
export interface EmbeddedOwner {
  pid: number;
  url: string;
  /** Sends the signal and waits until the process is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Keeps quiet in tests. */
export const SILENT: Logger = createLogger({ level: 'silent' });

const owners = new Set<EmbeddedOwner>();

/** A path for a data folder that does not exist yet. */
export async function newDataDir(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'paceline-data-'));
  await chmod(parent, 0o711);
  return join(parent, 'data');
}

/** A data folder as a first start and a stop leave it. */
export async function usedDataDir(): Promise<string> {
  pattern ??= makePattern();
  const dataDir = await newDataDir();
  await cp(await pattern, dataDir, { recursive: true });
  return dataDir;
}

let pattern: Promise<string> | undefined;

afterAll(async () => {
  if (pattern !== undefined) await rm(join(await pattern, '..'), { recursive: true });
});

async function makePattern(): Promise<string> {
  const dataDir = await newDataDir();
  const server = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
  await server.stop();
  return dataDir;
}

/** Ends the owners that a failed test left, stops what still runs in the data folder, and removes it. */
export async function removeDataDir(dataDir: string): Promise<void> {
  for (const owner of owners) await owner.end('SIGKILL');
  const server = await startEmbeddedPostgres({ dataDir, log: SILENT, durable: false });
  await server.stop();
  await rm(join(dataDir, '..'), { recursive: true });
}

/** Starts such a process and waits until its server answers. */
export async function startOwner(
  dataDir: string,
  { durable = false, uid }: { durable?: boolean; uid?: number } = {},
): Promise<EmbeddedOwner> {
  const child = fork('tests/support/embedded-owner-process.mjs', [dataDir], {
    env: { DURABLE: durable ? '1' : '0' },
    execArgv: [],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const url = await firstMessage(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    owners.delete(owner);
  };
  const owner = { pid: child.pid ?? 0, url, end };
  owners.add(owner);
  return owner;
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return rows;
  } finally {
    await client.end();
  }
}

function firstMessage(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', (url) => {
      resolve(typeof url === 'string' ? url : '');
    });
    child.once('exit', (code) => {
      reject(new Error(`the owner ended with ${String(code)}`));
    });
  });
}
