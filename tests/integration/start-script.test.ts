import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createScriptProject, type ScriptProject } from '../support/script-project.js';
import { until } from '../support/until.js';

const STAYS = `
import { writeFileSync } from 'node:fs';
process.on('SIGTERM', () => process.exit(7));
process.once('disconnect', () => {
  writeFileSync('gone', '');
  process.exit(0);
});
setInterval(() => undefined, 60_000);
console.log('running');
`;

let project: ScriptProject;

beforeEach(() => {
  project = createScriptProject();
});

afterEach(() => {
  project.remove();
});

describe('the start script', () => {
  test('builds what is not built, and ends as the program does', async () => {
    project.write('src/main.ts', 'const code: number = 3;\nprocess.exit(code);\n');
    expect(await project.start('start.mjs').ended).toEqual({ output: '', code: 3 });
  });

  test('runs the Node that comes with the packages', async () => {
    project.write('src/main.ts', 'console.log(process.execPath);\n');
    const { output } = await project.start('start.mjs').ended;
    expect(output).toContain('node_modules/');
  });

  test('builds again what has changed, and takes away what is gone', async () => {
    project.write('src/part.ts', 'export const text: string = "before";\n');
    project.write('src/main.ts', 'import { text } from "./part.js";\nconsole.log(text);\n');
    expect((await project.start('start.mjs').ended).output).toBe('before\n');
    project.write('src/part.ts', 'export const text: string = "after it";\n');
    expect((await project.start('start.mjs').ended).output).toBe('after it\n');
    rmSync(join(project.root, 'src/part.ts'));
    project.write('src/main.ts', 'console.log("alone");\n');
    expect((await project.start('start.mjs').ended).output).toBe('alone\n');
    expect(existsSync(join(project.root, 'dist/part.js'))).toBe(false);
  });

  test('copies what is not compiled', async () => {
    project.write('src/notes/read.txt', 'said');
    project.write('src/main.ts', '');
    await project.start('start.mjs').ended;
    expect(readFileSync(join(project.root, 'dist/notes/read.txt'), 'utf8')).toBe('said');
  });

  test('says what cannot be built', async () => {
    project.write('src/main.ts', 'const = 1;\n');
    const { output, code } = await project.start('start.mjs').ended;
    expect(code).toBe(1);
    expect(output).toContain('main.ts');
  });

  test('reads .env, but what is in the environment goes first', async () => {
    project.write('.env', 'ANSWER=from the file\nHOME=from the file\n');
    project.write('src/main.ts', 'console.log(process.env.ANSWER, process.env.HOME);\n');
    const { output } = await project.start('start.mjs').ended;
    expect(output).toBe(`from the file ${process.env['HOME'] ?? ''}\n`);
  });

  test('passes a signal on, and waits until the program has stopped', async () => {
    project.write('src/main.ts', STAYS);
    const script = project.start('start.mjs');
    await script.said('running');
    script.child.kill('SIGTERM');
    expect((await script.ended).code).toBe(7);
  });

  test('lets the program know when it is killed itself', async () => {
    project.write('src/main.ts', STAYS);
    const script = project.start('start.mjs');
    await script.said('running');
    script.child.kill('SIGKILL');
    await until(() => existsSync(join(project.root, 'gone')));
  });

  test('may be run twice at once on sources that are not built yet', async () => {
    project.write('src/main.ts', 'console.log("runs");\n');
    const scripts = Array.from({ length: 3 }, () => project.start('start.mjs'));
    const endings = await Promise.all(scripts.map(({ ended }) => ended));
    expect(endings).toEqual(endings.map(() => ({ output: 'runs\n', code: 0 })));
  });
});

describe('the benchmarks', () => {
  test('import the same modules as the program', async () => {
    project.write('src/part.ts', 'export const part = {};\n');
    project.write('src/other.ts', 'export { part } from "./part.js";\n');
    const imports = ['src/part.js', 'src/other.js'].map((path) => `await import("../${path}")`);
    project.write(
      'bench/one.ts',
      `console.log(${imports.join(' === ')}, (${imports[0] ?? ''}).part === (${imports[1] ?? ''}).part);\n`,
    );
    const { output } = await project.start('run.mjs', ['dist/bench/one.js']).ended;
    expect(output).toBe('false true\n');
  });
});
