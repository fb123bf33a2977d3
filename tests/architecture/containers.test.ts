import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CONFIG_VARIABLES, loadConfig } from '../../src/config.js';

const COMPOSE = readFileSync('docker-compose.yml', 'utf8');
const DOCKERFILE = readFileSync('Dockerfile', 'utf8');

/** The settings of the program itself, with what stands for unset variables of the shell filled in. */
function composeEnvironment(): Record<string, string> {
  const block = /x-environment: &environment\n((?: {2}.+\n)+)/.exec(COMPOSE)?.[1] ?? '';
  const filled = block.replaceAll(/\$\{\w+:-(\w*)\}/g, '$1');
  const settings = [...filled.matchAll(/^ {2}(\w+): ?(.*)$/gm)];
  return Object.fromEntries(settings.map(([, name = '', value = '']) => [name, value]));
}

test('the compose file sets variables that are read, to values that are accepted', () => {
  const environment = composeEnvironment();
  expect(CONFIG_VARIABLES).toEqual(expect.arrayContaining(Object.keys(environment)));
  expect(loadConfig(environment)).toMatchObject({
    databaseUrl: 'postgresql://paceline:paceline@postgres:5432/paceline',
    mongoUrl: 'mongodb://mongo:27017/paceline',
    redisUrl: 'redis://redis:6379',
    demo: false,
  });
});

test('the image runs the Node that the project asks for, and not as root', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    engines: { node: string };
  };
  const images = [...DOCKERFILE.matchAll(/^FROM node:(\d+)/gm)].map(
    ([, major]) => `>=${major ?? ''}`,
  );
  expect(new Set(images)).toEqual(new Set([engines.node]));
  expect(DOCKERFILE).toMatch(/^USER node$/m);
});

test('the image is built from all that is shown to browsers', () => {
  const leftOut = readFileSync('.dockerignore', 'utf8').split('\n');
  for (const source of ['web', 'docs', 'README.md', 'CHANGELOG.md', 'src', 'scripts', 'LICENSE']) {
    expect(leftOut).not.toContain(source);
  }
  expect(DOCKERFILE).toContain('RUN node scripts/build.mjs');
});
