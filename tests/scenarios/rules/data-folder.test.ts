import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ListBrandsDocument } from '../../generated/graphql.js';
import { monotonicMs } from '../../../src/platform/monotonic.js';
import { newDataDir, removeDataDir } from '../../support/embedded-owner.js';
import { Player } from '../../support/scenario/player.js';
import { ADMIN_TOKEN } from '../../support/test-app.js';
import { until } from '../../support/until.js';

// How owners that died are told from living ones, and servers adopted, is among the tests of the
// embedded server.

const PATIENCE_MS = 10_000;

/** A program that was started as `npm start` does it, in a process group of its own. */
class Started {
  /** What it wrote that is no log: why it cannot run. */
  readonly said: string[] = [];
  readonly ended: Promise<number | null>;
  private readonly ready = Promise.withResolvers<Player>();

  constructor(
    dataDir: string,
    private readonly child = launch(dataDir),
  ) {
    this.ended = once(child, 'close').then(() => child.exitCode);
    void this.ended.then(() => {
      this.ready.reject(new Error(`it ended before it was ready: ${this.said.join(' ')}`));
    });
    this.ready.promise.catch(() => undefined);
    createInterface({ input: child.stderr }).on('line', (line) => this.said.push(line));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, url] = /"url":"([^"]+)".*"Paceline is ready"/.exec(line) ?? [];
      if (url !== undefined) this.ready.resolve(new Player(() => url));
    });
  }

  /** Settles when it serves. */
  get player(): Promise<Player> {
    return this.ready.promise;
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('it could not be started');
    return this.child.pid;
  }

  signal(name: NodeJS.Signals, to: 'the process' | 'its group'): void {
    process.kill(to === 'the process' ? this.pid : -this.pid, name);
  }
}

function launch(dataDir: string): ChildProcess & { stdout: Readable; stderr: Readable } {
  const quiet = { PORT: '0', DEMO: 'off', BOOTSTRAP_TOKEN: ADMIN_TOKEN };
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, ...quiet };
  return spawn(process.execPath, ['scripts/start.mjs'], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

let dataDir: string;
let running: Started;

beforeAll(async () => {
  dataDir = await newDataDir();
  running = new Started(dataDir);
  await running.player;
});

afterAll(() => removeDataDir(dataDir));

/** The process of the embedded server. */
function postmaster(): number {
  return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The group that a process belongs to. */
function groupOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}

test('has one owner: a second start waits for 10 s, then says who holds it', async () => {
  const startedAt = monotonicMs();
  const second = new Started(dataDir);
  const player = await running.player;
  await player.aBrand();

  // Meanwhile: the server is apart from the program, and started again when it dies.
  const pid = postmaster();
  expect(groupOf(pid)).toBe(pid);
  process.kill(pid, 'SIGKILL');
  await until(() => existsSync(join(dataDir, 'postgres/postmaster.pid')) && postmaster() !== pid);
  await until(async () => (await player.send('{ brands { totalCount } }')).status === 200);
  expect(groupOf(postmaster())).not.toBe(running.pid);

  expect(await second.ended).toBe(1);
  expect(monotonicMs() - startedAt).toBeGreaterThanOrEqual(PATIENCE_MS);
  const { pid: holder } = JSON.parse(readFileSync(join(dataDir, 'lock'), 'utf8')) as {
    pid: number;
  };
  expect(second.said.join('\n')).toContain(`in use by process ${holder}.`);
  expect(groupOf(holder)).toBe(running.pid);
});

describe('is handed on cleanly to a start that waits, after', () => {
  const ENDINGS = [
    ['SIGTERM', 'the process'],
    ['SIGINT', 'the process'],
    ['SIGTERM', 'its group'],
    ['SIGINT', 'its group'],
  ] as const;

  test.each(ENDINGS)('%s to %s', async (signal, to) => {
    const before = await (await running.player).run(ListBrandsDocument, {});
    const server = postmaster();
    const next = new Started(dataDir);
    running.signal(signal, to);
    expect(await running.ended).toBe(0);
    running = next;
    const player = await next.player;
    expect(postmaster()).not.toBe(server);
    expect(await player.run(ListBrandsDocument, {})).toMatchObject({
      brands: { totalCount: before.brands.totalCount },
    });
    await player.aBrand();
  });

  test('the last of them, with nothing left behind', async () => {
    const server = postmaster();
    running.signal('SIGTERM', 'the process');
    expect(await running.ended).toBe(0);
    expect(existsSync(`/proc/${server}`)).toBe(false);
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });
});
