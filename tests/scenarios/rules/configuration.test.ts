import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CONFIG_VARIABLES } from '../../../src/config.js';
import { useTemporaryFolder } from '../../support/temporary-folder.js';

const BAD_USAGE = 2;

/** A value that each variable refuses. */
const INVALID: Record<string, string> = {
  PORT: '65536',
  HOST: 'no host',
  PUBLIC_URL: 'https://paceline.example.com/path',
  TRUST_PROXY: 'everybody',
  DATABASE_URL: 'mysql://localhost/paceline',
  DATABASE_POOL_SIZE: '3',
  MONGO_URL: 'http://localhost',
  REDIS_URL: 'localhost:6379',
  ROLES: 'api,web',
  DEMO: 'yes',
  TEST_CLOCK: '2026-03-28T12:00:00',
  BOOTSTRAP_TOKEN: 'a token that is kept to itself',
  OWNER_EMAIL: 'nobody',
  OIDC_ISSUER: 'login.example.com',
  OIDC_CLIENT_ID: 'client\u00e9',
  OIDC_CLIENT_SECRET: 'secret\u00e9',
  LOG_LEVEL: 'loud',
  METRICS_OPEN: 'yes',
  REQUESTS_PER_MINUTE: '-1',
  HTTP_MAX_BODY_KIB: '8 MiB',
  HTTP_MAX_PENDING_MIB: '0',
  SPEND_QUEUE_MAX_LENGTH: '0',
  GRAPHQL_MAX_DEPTH: '0',
  GRAPHQL_MAX_ALIASES: '-1',
  GRAPHQL_MAX_DIRECTIVES: '1001',
  GRAPHQL_MAX_TOKENS: '1e3',
  GRAPHQL_WS_MAX_PAYLOAD_KIB: '0',
  GRAPHQL_WS_MAX_SUBSCRIPTIONS: '1.5',
  GRAPHQL_WS_MAX_SOCKETS_PER_ADDRESS: 'many',
  GRAPHQL_WS_INIT_TIMEOUT_SECONDS: '301',
  GRAPHQL_WS_PING_SECONDS: '+1',
  GRAPHQL_WS_ALLOWED_ORIGINS: 'https://app.example.com/path',
};
const SECRETS = ['BOOTSTRAP_TOKEN', 'OIDC_CLIENT_SECRET'];
const UNKNOWN = { PACELINE_PORT: '80', PACELINE_: '', PACELINE_DATABASE_URL: 'postgres://x' };

interface Start {
  readonly code: unknown;
  readonly problems: readonly string[];
}

const folder = useTemporaryFolder();

/** Starts the program with these variables alone, and gives why it ended. */
async function start(variables: Readonly<Record<string, string>>): Promise<Start> {
  const env = { PATH: process.env['PATH'], DATA_DIR: folder.path('data'), ...variables };
  const { promise, resolve } = Promise.withResolvers<Start>();
  execFile(process.execPath, ['dist/main.js'], { env }, (error, stdout, stderr) => {
    expect(stdout).toBe('');
    resolve({ code: error?.code, problems: stderr.trimEnd().split('\n').slice(1) });
  });
  return promise;
}

describe('a start with variables that cannot be used', () => {
  let all: Start;

  beforeAll(async () => {
    all = await start({ ...INVALID, ...UNKNOWN });
  });

  test('is refused, before anything is made', () => {
    expect(all.code).toBe(BAD_USAGE);
    expect(existsSync(folder.path('data'))).toBe(false);
  });

  test('names every invalid value with the rule that it breaks', () => {
    // Any path may be a folder's.
    const known = CONFIG_VARIABLES.filter((name) => name !== 'DATA_DIR');
    expect(Object.keys(INVALID)).toEqual(known);
    const named = all.problems.map((line) => line.trim().split('=')[0] ?? '');
    expect(named).toEqual(expect.arrayContaining(known));
    for (const [name, value] of Object.entries(INVALID)) {
      const shown = SECRETS.includes(name) ? `(${value.length} characters)` : `"${value}"`;
      expect(all.problems).toContainEqual(
        expect.stringMatching(new RegExp(`^ *${name}=${RegExp.escape(shown)} must be `)),
      );
    }
    expect(all.problems.join('\n')).not.toContain('kept to itself');
  });

  test('names every unknown variable that begins like ours, all at once', () => {
    for (const name of Object.keys(UNKNOWN)) {
      expect(all.problems).toContainEqual(expect.stringContaining(`${name}=`));
    }
    expect(all.problems).toHaveLength(Object.keys({ ...INVALID, ...UNKNOWN }).length);
  });

  test('is refused for one of them alone, be all others right', async () => {
    const { code, problems } = await start({ PORT: '0', DEMO: 'off', PACELINE_DEMO: 'off' });
    expect(code).toBe(BAD_USAGE);
    expect(problems).toEqual([expect.stringContaining('PACELINE_DEMO=')]);
  });
});
