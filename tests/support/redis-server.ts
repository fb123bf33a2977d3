import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import { Redis } from 'ioredis';
import { Gate } from './gate.js';

/** What the run's global setup has found; where it has found none, it said so, and Redis is left out. */
const PROGRAM = process.env['TEST_REDIS_SERVER'];
const RETRY_MS = 20;

/** Whether there is a Redis to test with. */
export const hasRedis = PROGRAM !== undefined;

/** A Redis of a test's own, which listens on no network and can be killed and started again. */
export class RedisServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'paceline-redis-'));
  private process: ChildProcess | null = null;

  /** Its address: a socket's path. */
  readonly path = join(this.folder, 'socket');

  /** Returns when it answers. */
  async start(): Promise<void> {
    if (PROGRAM === undefined) throw new Error('there is no redis-server here');
    const options = ['--port', '0', '--unixsocket', this.path, '--save', ''];
    this.process = spawn(PROGRAM, options, { cwd: this.folder, stdio: 'ignore' });
    const client = new Redis(this.path, {
      retryStrategy: () => RETRY_MS,
      maxRetriesPerRequest: null,
    });
    client.on('error', () => undefined);
    await client.ping();
    client.disconnect();
  }

  /** Asks it something. */
  async ask(command: string, ...words: readonly string[]): Promise<unknown> {
    const client = new Redis(this.path);
    try {
      return await client.call(command, ...words);
    } finally {
      client.disconnect();
    }
  }

  /** Cuts every connection to it. */
  async cut(): Promise<void> {
    await this.ask('client', 'kill', 'type', 'pubsub');
    await this.ask('client', 'kill', 'type', 'normal', 'skipme', 'yes');
  }

  /** Ends it without warning. */
  async kill(): Promise<void> {
    const { process: server } = this;
    this.process = null;
    if (server === null) return;
    server.kill('SIGKILL');
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  }

  /** For the end: ends it and removes what it left. */
  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A Redis for the processes of a test file, at an address that stays while it is killed and started again. */
export interface UsedRedis {
  readonly url: string;
  readonly server: RedisServer;
  readonly gate: Gate;
}

/** The Redis of a test file. */
export function useRedis(): UsedRedis {
  const server = new RedisServer();
  const gate = new Gate({ path: server.path });
  beforeAll(async () => {
    await Promise.all([server.start(), gate.open()]);
  });
  afterAll(async () => {
    await Promise.all([gate.shut(), server.remove()]);
  });
  return {
    server,
    gate,
    get url() {
      return `redis://${gate.address}`;
    },
  };
}
