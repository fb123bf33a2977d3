import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterEach } from '@jest/globals';
import type { Environment } from '../../../src/config.js';

/** The whole program in a process of its own, as `npm start` runs it. */
export interface Program {
  /** Where it serves. */
  readonly url: string;
  /** Sends the signal and waits until the process is gone; gives its exit code, null if it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const MAIN = new URL('../../../dist/main.js', import.meta.url).pathname;
const QUIET: Environment = { PORT: '0', DEMO: 'off', LOG_LEVEL: 'info' };
/** The last lines of the log, which say why it did not start. */
const KEPT_LINES = 20;

const running = new Set<Program>();

/** Starts the program, as it was built for this run, with these variables alone; returns when it is ready. */
export async function startProgram(environment: Environment): Promise<Program> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], ...QUIET, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    }
    running.delete(program);
    return child.exitCode;
  };
  const url = await readyUrl(child, child.stdout, child.stderr);
  const program = { url, end };
  running.add(program);
  return program;
}

/** Ends, after each test, the programs that it left running. */
export function usePrograms(): typeof startProgram {
  afterEach(async () => {
    await Promise.all([...running].map((program) => program.end('SIGKILL')));
  });
  return startProgram;
}

/** Reads on when it is ready, so that the program never waits for a reader. */
function readyUrl(child: ChildProcess, ...streams: Readable[]): Promise<string> {
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
