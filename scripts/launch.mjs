import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ROOT, fail } from './project.mjs';
import { runtime, runtimeEnvironment, RUNTIME_OPTIONS } from './runtime.mjs';

const FORWARDED = ['SIGTERM', 'SIGINT', 'SIGHUP'];
const ORPHAN_POLL_MS = 1_000;

/**
 * Runs a file of the project under the project's Node until it ends, and ends with its exit code.
 * Signals are passed on; a channel tells the child when we are gone, even if we are killed.
 */
export function launch(file, args = []) {
  const settings = join(ROOT, '.env');
  const options = [...RUNTIME_OPTIONS, ...(existsSync(settings) ? [`--env-file=${settings}`] : [])];
  const child = spawn(runtime(), [...options, file, ...args], {
    cwd: ROOT,
    env: runtimeEnvironment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  child.once('error', (error) => fail(`Node cannot be started: ${error.message}`));
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

/** npm, if it is killed, leaves us without a word. */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const check = () => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  };
  setInterval(check, ORPHAN_POLL_MS).unref();
}
