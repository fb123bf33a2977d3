import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createScriptProject, type ScriptProject } from '../support/script-project.js';
import { until } from '../support/until.js';

const CODEGEN = `
schema: src/schema/schema.graphql
documents: web/src/**/*.graphql
generates: { web/src/client/generated/: { preset: client, config: { documentMode: string } } }
`;
const VITE = `
export default { root: import.meta.dirname, build: { minify: false } };
`;
/** Comes as far as to its first module, says so, and stays there until whoever called it is gone. */
const VITE_THAT_STAYS = `
import { writeFileSync } from 'node:fs';
const parent = process.ppid;
const buildStart = async () => {
  writeFileSync('reached', '');
  while (process.ppid === parent) await new Promise((resolve) => setTimeout(resolve, 20));
  process.exit(1);
};
export default { root: import.meta.dirname, plugins: [{ name: 'stays', buildStart }] };
`;
const PAGE = '<!doctype html><script type="module" src="/src/main.ts"></script>';
const ANNOUNCED = 'Building the console';

let project: ScriptProject;

beforeAll(() => {
  project = createScriptProject();
  project.write('src/main.ts', 'console.log("runs");\n');
  project.write('src/schema/schema.graphql', 'type Query { answer: Int }\n');
  project.write('web/codegen.yml', CODEGEN);
  project.write('web/vite.config.ts', VITE);
  project.write('web/index.html', PAGE);
  project.write('web/src/answer.graphql', 'query Answer { answer }\n');
  project.write('README.md', '# Read me\n\nSee [the words](docs/words.md#a-word).\n');
  project.write('src/http/playground/assets/icon.svg', '<svg />');
  project.write('docs/words.md', '# Words\n\n## A `word`\n');
});

afterAll(() => {
  project.remove();
});

function writeConsole(text: string): void {
  project.write(
    'web/src/main.ts',
    `import { AnswerDocument } from './client/generated/graphql';
document.body.append(${JSON.stringify(text)}, String(AnswerDocument), import.meta.env.MODE);\n`,
  );
}

/** All that browsers would load of the console. */
function builtConsole(): string {
  const folder = join(project.root, 'dist/console/assets');
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

async function start(script = 'start.mjs'): Promise<{ output: string; code: number | null }> {
  return project.start(script).ended;
}

describe('what browsers are shown', () => {
  test('is built by a start, in the mode for production, and compressed', async () => {
    writeConsole('the first');
    const { output, code } = await start();
    expect([code, output.split('\n')[0]]).toEqual([0, expect.stringContaining(ANNOUNCED)]);
    expect(builtConsole()).toMatch(/query Answer[\s\S]*the first[\s\S]*production/);
    const assets = readdirSync(join(project.root, 'dist/console/assets'));
    for (const extension of ['br', 'gz']) {
      expect(assets.filter((name) => name.endsWith(`.js.${extension}`))).toHaveLength(1);
    }
  });

  test('is not built again while nothing has changed', async () => {
    expect(await start()).toEqual({ output: 'runs\n', code: 0 });
    expect(await start('build.mjs')).toEqual({ output: '', code: 0 });
  });

  test('is built again when the schema has changed', async () => {
    project.write('src/schema/schema.graphql', 'type Query { answer: Int, more: Int }\n');
    expect((await start()).output).toContain(ANNOUNCED);
  });

  test('is not looked at by commands', async () => {
    project.write('src/cli/main.ts', 'console.log("a command");\n');
    writeConsole('the second');
    expect((await start('paceline.mjs')).output).toBe('a command\n');
    expect(builtConsole()).toContain('the first');
  });

  test('stays as it was when a build is killed in the middle, until the next', async () => {
    project.write('web/vite.config.ts', VITE_THAT_STAYS);
    const { child, ended } = project.start('build.mjs');
    await until(() => existsSync(join(project.root, 'reached')));
    child.kill('SIGKILL');
    await ended;
    expect(builtConsole()).toContain('the first');
    project.write('web/vite.config.ts', VITE);
    await start();
    expect(builtConsole()).toContain('the second');
    const left = readdirSync(join(project.root, 'dist')).filter((name) =>
      name.startsWith('.console'),
    );
    expect(left).toEqual([]);
  });

  test('stays as it was when it cannot be built, and what is wrong is said', async () => {
    project.write('web/src/answer.graphql', 'query Answer { question }\n');
    const { output, code } = await start();
    expect(code).toBe(1);
    expect(output).toContain('Cannot query field "question"');
    expect(builtConsole()).toContain('the second');
  });
});

test('the documentation is built with links that lead from page to page', () => {
  const front = readFileSync(join(project.root, 'dist/docs/index.html'), 'utf8');
  expect(front).toContain('<a href="/docs/words#a-word">the words</a>');
  expect(readFileSync(join(project.root, 'dist/docs/words.html'), 'utf8')).toContain(
    '<h2 id="a-word">A <code>word</code>',
  );
});
