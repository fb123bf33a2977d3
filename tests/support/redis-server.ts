import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A Redis to test with. */
export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

const GIVEN = process.env['REDIS_URL'];
const isInstalled = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/** Whether there is a Redis here: that of REDIS_URL, or a program that can be started. */
export const hasRedis = GIVEN !== undefined || isInstalled();

/** The Redis of REDIS_URL, or one of the test's own that listens on no network. */
export async function startRedis(): Promise<RedisServer> {
  if (GIVEN !== undefined) return { url: GIVEN, stop: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'paceline-redis-'));
  const url = join(folder, 'socket');
  const server = spawn('redis-server', ['--port', '0', '--unixsocket', url, '--save', ''], {
    cwd: folder,
    stdio: 'ignore',
  });
  await untilItAnswers(url);
  return {
    url,
    stop: async () => {
      await end(server);
      await rm(folder, { recursive: true });
    },
  };
}

/** Cuts every connection to it. */
export async function cutConnections(url: string): Promise<void> {
  const client = new Redis(url);
  await client.call('client', 'kill', 'type', 'pubsub');
  await client.call('client', 'kill', 'type', 'normal', 'skipme', 'yes');
  client.disconnect();
}

async function untilItAnswers(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
}

async function end(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
}
