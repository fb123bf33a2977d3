import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';

const SOURCES = resolve('bench/page/postgraphile');
/**
 * A folder of its own: its packages weigh more than half of ours, and nobody but this comparison needs
 * them. They are as its lock says, and stay for the next time.
 */
const FOLDER = resolve('node_modules/.cache/bench-postgraphile');
const FILES = ['package.json', 'package-lock.json', 'server.mjs'];
const CI = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];

/** The peer, in a process of its own. */
export interface PostGraphile {
  /** Where it takes GraphQL. */
  readonly url: string;
  readonly version: string;
  stop(): Promise<void>;
}

/** Starts PostGraphile on a database; installs it before, the first time. */
export async function startPostGraphile({
  url: databaseUrl,
  poolSize,
}: {
  readonly url: string;
  readonly poolSize: number;
}): Promise<PostGraphile> {
  await install();
  const child = spawn(process.execPath, ['server.mjs'], {
    cwd: FOLDER,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      POOL_SIZE: String(poolSize),
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit');
  const lines = createInterface(child.stdout);
  const first = once(lines, 'line').then(([line]) => String(line));
  const failed = gone.then(() => {
    throw new Error('PostGraphile ended before it served');
  });
  const url = await Promise.race([first, failed]);
  failed.catch(() => undefined);
  return {
    url,
    version: installedVersion(),
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function install(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const isInstalled =
    existsSync(join(FOLDER, 'node_modules/.package-lock.json')) &&
    FILES.every((name) => isSame(join(SOURCES, name), join(FOLDER, name)));
  if (isInstalled) return;
  for (const name of FILES) copyFileSync(join(SOURCES, name), join(FOLDER, name));
  await promisify(execFile)('npm', CI, { cwd: FOLDER });
}

function isSame(one: string, other: string): boolean {
  return existsSync(other) && readFileSync(one).equals(readFileSync(other));
}

function installedVersion(): string {
  const path = join(FOLDER, 'node_modules/postgraphile/package.json');
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return version;
}
