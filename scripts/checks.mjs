import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MODULES, ROOT } from './project.mjs';
import { runtime, runtimeEnvironment } from './runtime.mjs';

// What makes the files that the others read comes first, alone.
const GENERATE = {
  name: 'codegen',
  bin: '@graphql-codegen/cli/cjs/bin.js',
  args: ['--config', 'codegen.yml'],
};
const CHECKS = [
  { name: 'types', bin: 'typescript/bin/tsc', args: ['--noEmit', '--pretty', 'false'] },
  { name: 'lint', bin: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  {
    name: 'format',
    bin: 'prettier/bin/prettier.cjs',
    args: ['--check', '.', '--log-level', 'warn', '--cache'],
  },
  {
    name: 'imports',
    bin: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', ...folders('src', 'bench')],
  },
  { name: 'unused code', bin: 'knip/bin/knip.js', args: ['--no-progress'] },
];
const AT_ONCE = 2;

function folders(...names) {
  return names.filter((name) => existsSync(join(ROOT, name)));
}

/** Runs all checks, even if one fails. Says how many passed and which failed. */
export async function runChecks() {
  const failed = [];
  const check = async (one) => {
    if (!(await passes(one))) failed.push(one.name);
  };
  await check(GENERATE);
  const waiting = [...CHECKS];
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await check(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { passed: CHECKS.length + 1 - failed.length, failed };
}

async function passes({ name, bin, args }) {
  const startedAt = performance.now();
  const { code, output } = await run([join(MODULES, bin), ...args]);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  return code === 0;
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(runtime(), args, {
      cwd: ROOT,
      env: runtimeEnvironment({ NO_COLOR: '1' }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
