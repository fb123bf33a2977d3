import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { CONFIG_VARIABLES, type Environment, loadConfig } from '../../src/config.js';

const ENTRY = /^# (.+)\n#([A-Z_]+)=(.*)$/gm;
const DOCUMENTED = /\/\*\* (.+) \*\/\n {2}([A-Z_]+): /g;
const WITHOUT_DEFAULT = [
  'DATABASE_URL',
  'MONGO_URL',
  'REDIS_URL',
  'TEST_CLOCK',
  'PUBLIC_URL',
  'BOOTSTRAP_TOKEN',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'GRAPHQL_WS_ALLOWED_ORIGINS',
];

const example = [...readFileSync('.env.example', 'utf8').matchAll(ENTRY)];
const source = [...readFileSync('src/config.ts', 'utf8').matchAll(DOCUMENTED)];

const PROVIDER: readonly (readonly [string, string])[] = example
  .filter(([, , name = '']) => name.startsWith('OIDC_'))
  .map(([, , name = '', value = '']) => [name, value]);

/** What describes an OpenID Connect provider is accepted only together. */
function withCompanions(name: string, value: string): Environment {
  const companions = name.startsWith('OIDC_') ? PROVIDER : [];
  return Object.fromEntries<string>([...companions, [name, value]]);
}

describe('.env.example', () => {
  test('lists every variable once, in the order of the source', () => {
    expect(example.map(([, , name]) => name)).toEqual(CONFIG_VARIABLES);
  });

  test('says of each what the source says', () => {
    const said = example.map(([, text, name]) => [name, text]);
    expect(said).toEqual(source.map(([, text, name]) => [name, text]));
  });

  test.each(example.map(([, , name = '', value = '']) => [name, value]))(
    'shows a value of %s that is the default, or accepted where there is none',
    (name, value) => {
      const config = loadConfig(withCompanions(name, value));
      if (!WITHOUT_DEFAULT.includes(name)) expect(config).toEqual(loadConfig({}));
    },
  );
});
