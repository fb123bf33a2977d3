import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createScriptProject, type ScriptProject } from '../../support/script-project.js';

// More of how the scripts build, pass signals on and count is among the tests of the scripts.

/** Installs as npm would, by linking what is installed here, and says how it was called. */
const NPM = `
import { appendFileSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules');
for (const name of readdirSync(${JSON.stringify(resolve('node_modules'))})) {
  if (name.startsWith('.paceline') || name === '.cache') continue;
  symlinkSync(${JSON.stringify(resolve('node_modules'))} + '/' + name, 'node_modules/' + name);
}
`;
const MAIN = `
const { execPath, version, env } = process;
console.log(JSON.stringify({ execPath, version, NODE_ENV: env.NODE_ENV }));
`;
const JEST_CONFIG = `export default {
  testMatch: ['<rootDir>/tests/*.test.js'],
  transform: {},
  reporters: ['default', '<rootDir>/tests/support/count-reporter.mjs'],
};
`;

/** The Node that npm itself runs on: the machine's own, which may be an older one. */
const MACHINE_NODE = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'node'))
  .find((path) => !path.includes('node_modules') && existsSync(path));

let project: ScriptProject;

beforeAll(() => {
  project = createScriptProject();
  rmSync(join(project.root, 'node_modules'));
  project.write('bin/npm-cli.js', NPM);
  project.write('src/main.ts', MAIN);
});

afterAll(() => {
  project.remove();
});

/** Runs a script as npm does under a NODE_ENV; gives what it wrote. */
async function run(nodeEnv: string, ...args: readonly string[]): Promise<string> {
  const env = {
    PATH: process.env['PATH'],
    NODE_ENV: nodeEnv,
    npm_execpath: join(project.root, 'bin/npm-cli.js'),
  };
  const [script = '', ...rest] = args;
  const path = join(project.root, 'scripts', script);
  const child = spawn(MACHINE_NODE ?? '', [path, ...rest], { env, cwd: project.root });
  const [output, problems] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
    once(child, 'close'),
  ]);
  if (child.exitCode !== 0) throw new Error(`${script} failed: ${problems.join('')}`);
  return output.join('');
}

/** How npm was called so far. */
function npmCalls(): readonly string[] {
  return readFileSync(join(project.root, 'npm-calls'), 'utf8').trimEnd().split('\n');
}

const INSTALLED = expect.stringMatching(/^ci (?=.*--include=dev)(?=.*--include=optional)/);

describe('npm start and npm test', () => {
  test('enter by scripts that import Node and each other, and nothing else', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['start']).toBe('exec node scripts/start.mjs');
    expect(scripts['test']).toBe('exec node scripts/test.mjs');
    const names = readdirSync('scripts', { recursive: true, encoding: 'utf8' });
    const modules = names.filter((name) => name.endsWith('.mjs'));
    const imported = modules
      .map((name) => readFileSync(join('scripts', name), 'utf8'))
      .flatMap((text) => [...text.matchAll(/^import [^;]*?'([^']*)';$/gm)]);
    const others = imported.filter(([, from = '']) => !/^(node:|\.\.?\/[a-z-/]+\.mjs$)/.test(from));
    expect(imported.length).toBeGreaterThan(10);
    expect(others).toEqual([]);
  });

  test('install what the lock file says, development packages too, and go on under its Node', async () => {
    const said = JSON.parse(await run('production', 'start.mjs')) as Record<string, string>;
    expect(said).toEqual({
      execPath: expect.stringContaining('node_modules/'),
      version: expect.stringMatching(/^v26\./),
      NODE_ENV: 'production',
    });
    expect(npmCalls()).toEqual([INSTALLED]);
  });

  test('install and build only what is not there', async () => {
    const built = join(project.root, 'dist/main.js');
    const { mtimeMs } = statSync(built);
    await run('production', 'start.mjs');
    expect(statSync(built).mtimeMs).toBe(mtimeMs);
    project.write('src/main.ts', `${MAIN}console.log('anew');\n`);
    expect(await run('test', 'start.mjs')).toContain('anew');
    expect(npmCalls()).toHaveLength(1);
  });

  test('install again when the lock file asks for something else', async () => {
    const path = join(project.root, 'package-lock.json');
    const lock = readFileSync(path, 'utf8');
    const { version } = JSON.parse(readFileSync('node_modules/zod/package.json', 'utf8')) as {
      version: string;
    };
    writeFileSync(path, lock.replaceAll(`"version": "${version}"`, '"version": "0.0.1"'));
    await run('development', 'start.mjs');
    expect(npmCalls()).toEqual([INSTALLED, INSTALLED]);
    writeFileSync(path, lock);
  });

  test('run tests under the same Node, installing under any NODE_ENV', async () => {
    project.write('jest.config.js', JEST_CONFIG);
    const check = `expect(process.execPath).toContain('node_modules/');`;
    project.write('tests/one.test.js', `test('the Node of the packages', () => { ${check} });\n`);
    rmSync(join(project.root, 'node_modules'), { recursive: true });
    const output = await run('production', 'test.mjs', 'tests/one');
    expect(output.trimEnd().split('\n').at(-1)).toBe('1 passed, 0 failed');
    expect(npmCalls()).toEqual([INSTALLED, INSTALLED, INSTALLED]);
  });
});
