import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createScriptProject, type ScriptProject } from '../support/script-project.js';

const JEST_CONFIG = `export default {
  testMatch: ['<rootDir>/tests/*.test.js'],
  transform: {},
  reporters: ['default', '<rootDir>/tests/support/count-reporter.mjs'],
};
`;

let project: ScriptProject;

beforeEach(() => {
  project = createScriptProject();
  project.write('jest.config.js', JEST_CONFIG);
});

afterEach(() => {
  project.remove();
});

async function closing(...args: readonly string[]): Promise<{ last: string; code: number | null }> {
  const { output, code } = await project.start('test.mjs', args).ended;
  return { last: output.trimEnd().split('\n').at(-1) ?? '', code };
}

test('the last line counts the tests, and a file that cannot be run as one', async () => {
  project.write('tests/good.test.js', 'test("one", () => {});\ntest("two", () => {});\n');
  expect(await closing('tests/good')).toEqual({ last: '2 passed, 0 failed', code: 0 });
  project.write('tests/bad.test.js', 'test("three", () => { throw new Error("no"); });\n');
  project.write('tests/broken.test.js', 'this is no program\n');
  expect(await closing('tests/')).toEqual({ last: '2 passed, 2 failed', code: 1 });
});

test('a run that finds no test has failed', async () => {
  expect(await closing('tests/nowhere')).toEqual({ last: '0 passed, 1 failed', code: 1 });
});
