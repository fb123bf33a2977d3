import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A project of its own with our scripts and packages, and whatever sources a test gives it. */
export interface ScriptProject {
  readonly root: string;
  /** Writes a file of the project. */
  write(path: string, content: string): void;
  /** Starts one of the scripts. */
  start(script: string, args?: readonly string[]): RunningScript;
  remove(): void;
}

/** A script that runs. */
export interface RunningScript {
  readonly child: ChildProcess;
  /** Settles once the output holds the text. */
  said(text: string): Promise<void>;
  /** What it wrote and how it ended. */
  readonly ended: Promise<{ output: string; code: number | null }>;
}

const COPIED = ['scripts', '.swcrc', 'package-lock.json', 'tests/support/count-reporter.mjs'];

/** Makes such a project in a temporary folder. */
export function createScriptProject(): ScriptProject {
  const root = mkdtempSync(join(tmpdir(), 'paceline-scripts-'));
  for (const path of COPIED) cpSync(path, join(root, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  write('package.json', '{ "type": "module" }');
  return {
    root,
    write,
    start: (script, args = []) => run([join(root, 'scripts', script), ...args]),
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function run(args: readonly string[]): RunningScript {
  // The tests' own options are not for the scripts.
  const env = { ...process.env, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = once(child, 'close').then(() => ({ output, code: child.exitCode }));
  const said = async (text: string): Promise<void> => {
    while (!output.includes(text)) await once(child.stdout, 'data');
  };
  return { child, said, ended };
}
