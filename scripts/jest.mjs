import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MODULES, ROOT } from './project.mjs';
import { runtime, runtimeEnvironment } from './runtime.mjs';

const NODE_OPTIONS = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
const FORWARDED = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/** Runs the tests, showing them as they go. Says how many passed and failed. */
export async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'paceline-counts-'));
  const counts = join(folder, 'counts.json');
  try {
    const code = await run(args, counts);
    return outcome(code, readCounts(counts));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args, counts) {
  const jest = join(MODULES, 'jest/bin/jest.js');
  const child = spawn(runtime(), [jest, ...args], {
    cwd: ROOT,
    env: runtimeEnvironment({
      NODE_ENV: 'test',
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${NODE_OPTIONS}`.trim(),
      TEST_COUNTS_FILE: counts,
    }),
    // One stream, so that a reader of either sees the tests in order.
    stdio: ['inherit', 'inherit', process.stdout],
  });
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', resolve);
  });
}

/** A run that failed without a failing test, as when none was found, counts as one failure. */
function outcome(code, { passed, failed }) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function readCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
