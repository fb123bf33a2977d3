import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve as pathOf } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { ADMIN_TOKEN } from '../admin-key.js';

/** The whole program in a process of its own, as `npm start` runs it. */
export interface Program {
  /** Where it serves. */
  readonly url: string;
  readonly pid: number;
  /** Sends the signal, such as SIGSTOP. */
  signal(signal: NodeJS.Signals): void;
  /** Sends the signal and waits until the process is gone; gives its exit code, null if it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Variables of the program's environment. */
export type ProgramEnvironment = Readonly<Record<string, string | undefined>>;

/** As the build makes it; everything here is started from the root of the project. */
const MAIN = pathOf('dist/main.js');
const QUIET: ProgramEnvironment = {
  PORT: '0',
  DEMO: 'off',
  LOG_LEVEL: 'info',
  BOOTSTRAP_TOKEN: ADMIN_TOKEN,
};
/** Node's own, as `npm start` gives them to the program and `npm run` to us; but no file of settings. */
const NODE_OPTIONS = process.execArgv.filter((option) => !option.startsWith('--env-file'));
/** The last lines of the log, which say why it did not start. */
const KEPT_LINES = 20;

/**
 * Starts the program as it was last built, with these variables alone; returns when it is ready. `file`
 * may be a script that starts it.
 */
export async function startProgram(environment: ProgramEnvironment, file = MAIN): Promise<Program> {
  const child = spawn(process.execPath, [...NODE_OPTIONS, file], {
    env: { PATH: process.env['PATH'], ...QUIET, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit');
  const url = await readyUrl(child, child.stdout, child.stderr);
  return {
    url,
    pid: child.pid ?? 0,
    signal(signal) {
      child.kill(signal);
    },
    async end(signal) {
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}

/** Reads on when it is ready, so that the program never waits for a reader. */
function readyUrl(child: ChildProcess, ...streams: readonly Readable[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const last: string[] = [];
  for (const input of streams) {
    createInterface({ input }).on('line', (line) => {
      last.splice(0, last.length + 1 - KEPT_LINES);
      last.push(line);
      const [, url] = /"url":"([^"]+)".*"Paceline is ready"/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
  }
  child.once('exit', () => {
    reject(new Error(`the program ended before it was ready:\n${last.join('\n')}`));
  });
  return promise;
}
