import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { runTool } from './run-tool.mjs';

const CODEGEN = '@graphql-codegen/cli/cjs/bin.js';
const TYPES = { bin: 'typescript/bin/tsc', args: ['--noEmit', '--pretty', 'false'] };

// What makes the files that the others read comes first.
const GENERATE = [
  { name: 'codegen', bin: CODEGEN, args: ['--config', 'codegen.yml'] },
  ...where('web/codegen.yml', (config) => ({
    name: 'codegen of the console',
    bin: CODEGEN,
    args: ['--config', config],
  })),
];
const CHECKS = [
  // The longest first: the others together take about as long beside it.
  { name: 'lint', bin: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'types', ...TYPES },
  ...where('web/tsconfig.json', (config) => ({
    name: 'types of the console',
    ...TYPES,
    args: [...TYPES.args, '-p', config],
  })),
  {
    name: 'format',
    bin: 'prettier/bin/prettier.cjs',
    args: ['--check', '.', '--log-level', 'warn', '--cache'],
  },
  {
    name: 'imports',
    bin: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: [
      '--config',
      '.dependency-cruiser.cjs',
      ...['src', 'bench', ...where('web/src', (folder) => folder)],
    ],
  },
  { name: 'unused code', bin: 'knip/bin/knip.js', args: ['--no-progress'] },
];
const AT_ONCE = 2;

/** A list of what is made for a path of the project; empty where it is not there. */
function where(path, make) {
  return existsSync(join(ROOT, path)) ? [make(path)] : [];
}

/** Runs all checks, even if one fails. Says how many passed and which failed. */
export async function runChecks() {
  const failed = [];
  for (const batch of [GENERATE, CHECKS]) {
    const waiting = [...batch];
    const work = async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
        if (!(await passes(one))) failed.push(one.name);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
  return { passed: GENERATE.length + CHECKS.length - failed.length, failed };
}

async function passes({ name, bin, args }) {
  const startedAt = performance.now();
  const { code, output } = await runTool({ bin, args });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  return code === 0;
}
