import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';

const ROOT = resolve(import.meta.dirname, '../../..');
const TIMEOUT_MS = 110_000;

/** Whether a program is on this machine. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Runs what a page shows, in the project's folder. */
export class Shell {
  private scratch = '';

  constructor(private readonly environment: () => Readonly<Record<string, string>>) {}

  /** Makes, and at last removes, the folder that stands for /tmp in commands. */
  use(): this {
    beforeAll(() => {
      this.scratch = mkdtempSync(join(tmpdir(), 'paceline-docs-'));
    });
    afterAll(() => {
      rmSync(this.scratch, { recursive: true, force: true });
    });
    return this;
  }

  /** What commands print; if they fail, also why, and their exit code. */
  run(commands: string): Promise<string> {
    return this.output('bash', ['-c', commands.replaceAll('/tmp/', `${this.scratch}/`)]);
  }

  /** What a program prints. */
  runProgram(source: string): Promise<string> {
    return this.output(process.execPath, ['--input-type=module', '--eval', source]);
  }

  private async output(file: string, args: readonly string[]): Promise<string> {
    const { promise, resolve: done } = Promise.withResolvers<string>();
    const env = { ...process.env, NODE_OPTIONS: '', ...this.environment() };
    execFile(file, args, { cwd: ROOT, env, timeout: TIMEOUT_MS }, (error, stdout, stderr) => {
      const failure = error === null ? '' : `${stderr}exit code ${String(error.code)}\n`;
      done(stdout + failure);
    });
    return withoutPreamble((await promise).replaceAll(`${this.scratch}/`, '/tmp/'));
  }
}

/** npm says what it runs before it does. */
function withoutPreamble(output: string): string {
  return output.replaceAll(/^(?:npm warn .*\n)|^(?:\n> .*\n> .*\n\n)/gm, '');
}
