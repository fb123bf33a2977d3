import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ConfigError, loadConfig, type Environment } from '../../src/config.js';

function problemsOf(environment: Environment): readonly [string, string, string][] {
  try {
    loadConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ variable, value, rule }) => [variable, value, rule]);
  }
}

describe('with nothing set', () => {
  test('it serves and works on this machine alone, with the embedded database and the demo', () => {
    expect(loadConfig({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDir: resolve('.data'),
      roles: ['api', 'worker'],
      demo: true,
      testClock: null,
      logLevel: 'info',
      publicUrl: null,
      trustProxy: 0,
      ownerEmail: 'owner@paceline.localhost',
      openIdConnect: null,
      metricsOpen: false,
      requestsPerMinute: 6000,
      http: { maxBodyBytes: 8 * 1024 * 1024, maxPendingBytes: 64 * 1024 * 1024 },
      spend: { maxQueueLength: 20_000 },
      graphqlWs: { maxPayloadBytes: 64 * 1024 },
    });
  });

  test('an empty variable is not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '', DEMO: '' })).toEqual(loadConfig({}));
  });
});

describe('the demo', () => {
  test.each([
    [{}, true],
    [{ DATABASE_URL: 'postgres://localhost/db' }, false],
    [{ DATABASE_URL: 'postgres://localhost/db', DEMO: 'on' }, true],
    [{ DEMO: 'off' }, false],
  ])('given %j it is on: %s', (environment, demo) => {
    expect(loadConfig(environment).demo).toBe(demo);
  });
});

describe('values', () => {
  test('port 0 asks for any free one', () => {
    expect(loadConfig({ PORT: '0' }).port).toBe(0);
  });

  test('roles come in any order, with spaces, each once', () => {
    expect(loadConfig({ ROLES: 'worker, api,worker' }).roles).toEqual(['api', 'worker']);
    expect(loadConfig({ ROLES: 'worker' }).roles).toEqual(['worker']);
  });

  test('the test clock takes Z or an offset', () => {
    const noon = Date.UTC(2026, 2, 28, 12);
    expect(loadConfig({ TEST_CLOCK: '2026-03-28T12:00:00.000Z' }).testClock).toBe(noon);
    expect(loadConfig({ TEST_CLOCK: '2026-03-28T13:00:00+01:00' }).testClock).toBe(noon);
  });

  test.each([
    ['1', 1],
    ['10.0.0.1, 172.16.0.0/12,fd00::/8', ['10.0.0.1', '172.16.0.0/12', 'fd00::/8']],
  ])('TRUST_PROXY=%s is a number of proxies, or where they are', (text, proxies) => {
    expect(loadConfig({ TRUST_PROXY: text }).trustProxy).toEqual(proxies);
  });

  test('a provider is taken as a whole', () => {
    const environment = {
      OIDC_ISSUER: 'https://login.example.com',
      OIDC_CLIENT_ID: 'paceline',
      OIDC_CLIENT_SECRET: 'hush',
    };
    expect(loadConfig(environment).openIdConnect).toEqual({
      issuer: 'https://login.example.com',
      clientId: 'paceline',
      clientSecret: 'hush',
    });
  });

  test.each([32, 256])('a bootstrap token may have %i characters', (length) => {
    const token = 'x'.repeat(length);
    expect(loadConfig({ BOOTSTRAP_TOKEN: token }).bootstrapToken).toBe(token);
  });
});

describe('refusals', () => {
  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', ' 80'],
    ['HOST', 'no host'],
    ['DATABASE_URL', 'localhost'],
    ['DATABASE_URL', 'mysql://localhost/db'],
    ['MONGO_URL', 'http://localhost'],
    ['REDIS_URL', 'localhost:6379'],
    ['ROLES', 'api,web'],
    ['ROLES', ','],
    ['DEMO', 'true'],
    ['TEST_CLOCK', '2026-03-28'],
    ['TEST_CLOCK', '2026-03-28T12:00:00'],
    ['LOG_LEVEL', 'verbose'],
    ['PUBLIC_URL', 'https://paceline.example.com/'],
    ['PUBLIC_URL', 'ftp://paceline.example.com'],
    ['TRUST_PROXY', '-1'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', 'proxy.example.com'],
    ['OWNER_EMAIL', 'nobody'],
    ['METRICS_OPEN', 'yes'],
    ['REQUESTS_PER_MINUTE', '1000001'],
    ['HTTP_MAX_PENDING_MIB', '0'],
    ['SPEND_QUEUE_MAX_LENGTH', '0'],
    ['GRAPHQL_WS_MAX_PAYLOAD_KIB', '0'],
    ['GRAPHQL_WS_ALLOWED_ORIGINS', 'https://app.example.com/'],
  ])('%s=%s is refused, with the value and the rule', (name, value) => {
    const rule = expect.stringMatching(/^must be /);
    expect(problemsOf({ [name]: value })).toEqual([[name, JSON.stringify(value), rule]]);
  });

  test.each(['x'.repeat(31), 'x'.repeat(257), `${'x'.repeat(32)}é`])(
    'a bootstrap token that breaks the rule is not repeated',
    (token) => {
      expect(problemsOf({ BOOTSTRAP_TOKEN: token })).toEqual([
        ['BOOTSTRAP_TOKEN', `(${String(token.length)} characters)`, expect.any(String)],
      ]);
    },
  );

  test('half of a provider is refused, naming what is missing', () => {
    expect(problemsOf({ OIDC_ISSUER: 'https://login.example.com', OIDC_CLIENT_ID: '' })).toEqual([
      ['OIDC_CLIENT_ID', '', 'must be set with OIDC_ISSUER'],
      ['OIDC_CLIENT_SECRET', '', 'must be set with OIDC_ISSUER'],
    ]);
  });

  test("a provider's secret is not repeated", () => {
    const environment = {
      OIDC_ISSUER: 'https://login.example.com',
      OIDC_CLIENT_ID: 'paceline',
      OIDC_CLIENT_SECRET: 'hush\u00e9',
    };
    expect(problemsOf(environment)).toEqual([
      ['OIDC_CLIENT_SECRET', '(5 characters)', expect.any(String)],
    ]);
  });

  test('the password of an address is not repeated', () => {
    const [problem] = problemsOf({ DATABASE_URL: 'mysql://me:secret@host/db' });
    expect(problem?.[1]).toBe('"mysql://…@host/db"');
  });

  test('all problems are told at once, unknown names of ours among them', () => {
    const environment = { PORT: 'x', DEMO: 'yes', PACELINE_PORT: '80', PACELINE_: '', OTHER: '1' };
    expect(problemsOf(environment).map(([name]) => name)).toEqual([
      'PORT',
      'DEMO',
      'PACELINE_PORT',
      'PACELINE_',
    ]);
    expect(() => loadConfig(environment)).toThrow(
      /PORT="x" must be a whole number from 0 to 65535/,
    );
  });
});
