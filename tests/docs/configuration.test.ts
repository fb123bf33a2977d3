import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { CONFIG_VARIABLES, loadConfig } from '../../src/config.js';
import { readDocument, rowsBelow, sectionOf } from '../support/docs/document.js';

const DOCUMENTED = /\/\*\* (.+) \*\/\n {2}([A-Z_]+): /g;
const meanings = new Map(
  [...readFileSync('src/config.ts', 'utf8').matchAll(DOCUMENTED)].map(
    ([, meaning = '', name = '']) => [name, meaning],
  ),
);

interface Row {
  readonly name: string;
  readonly meaning: string;
  /** Empty where the page shows none. */
  readonly value: string;
}

function variablesBelow(path: string, heading: string): readonly Row[] {
  return rowsBelow(readDocument(path), heading)
    .filter(([name = '']) => /^[A-Z_]+$/.test(name))
    .map(([name = '', meaning = '', value = '']) => ({ name, meaning, value }));
}

const all = variablesBelow('docs/operations.md', '## All variables');
const main = variablesBelow('README.md', '## Configuration');

test('the operations page lists every variable once, in the order of the source', () => {
  expect(all.map(({ name }) => name)).toEqual(CONFIG_VARIABLES);
});

test('the README says how many variables there are', () => {
  const text = sectionOf(readDocument('README.md'), '## Configuration');
  expect(text).toContain(`all ${CONFIG_VARIABLES.length} of them`);
});

describe('each variable', () => {
  test.each([...all, ...main])('is explained as in the source: $name', ({ name, meaning }) => {
    expect(meaning).toBe(meanings.get(name));
  });

  test.each([...all, ...main])('is shown with its default, or none: $name', ({ name, value }) => {
    expect(loadConfig({ [name]: value })).toEqual(loadConfig({}));
  });
});
