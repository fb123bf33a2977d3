import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { cookieOf, makeKey, openSession } from '../support/credentials.js';
import { type Answer, bearer, codesOf, useApp } from '../support/test-app.js';

const app = useApp();

const JOBS = '{"query":"{ jobs { name } }"}';
const UNKNOWN = 'pcl_00000000_unknown';

/** What everybody is told who is not let in, whatever they asked for. */
const TURNED_AWAY = {
  errors: [
    {
      message: 'Sign in, or send a key as Authorization: Bearer.',
      extensions: { code: 'UNAUTHENTICATED' },
    },
  ],
};

function askAs(headers: Readonly<Record<string, string>>): Promise<Answer> {
  return app.post(JOBS, headers);
}

describe('without a credential', () => {
  test.each([
    ['a query', '{ brands { totalCount } }'],
    ['a mutation', 'mutation { runJob(name: "budget-check") { userErrors { code } } }'],
    ['a subscription', 'subscription { spendUpdated { at } }'],
    ['the schema', getIntrospectionQuery()],
    ['the name of the root', '{ __typename }'],
    ['a field that is there but misspelt', '{ brand { totalCount } }'],
    ['a field that is nowhere', '{ nothing }'],
    ['a fragment', 'query { ...F } fragment F on Query { jobs { name } }'],
    ['no GraphQL', '{'],
  ])('%s is not answered', async (_what, query) => {
    const answers = [
      await app.post(JSON.stringify({ query }), {}),
      await app.post(JSON.stringify({ query, operationName: 'X' }), cookieOf('x'.repeat(43))),
      await app.post(JSON.stringify({ query }), { authorization: 'Basic YTpi' }),
    ];
    for (const { status, headers, body } of answers) {
      expect([status, headers.get('www-authenticate'), body]).toEqual([401, 'Bearer', TURNED_AWAY]);
    }
    const byGet = await fetch(`${app.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    expect([byGet.status, await byGet.json()]).toEqual([401, TURNED_AWAY]);
  });

  test.each(['', '[]', '"x"', '{"variables":{}}', '[{"query":"{ jobs { name } }"}]'])(
    'the body %j is not answered',
    async (body) => {
      const answer = await app.post(body, {});
      expect(answer.status).toBe(body === '' ? 400 : 401);
      expect(JSON.stringify(answer.body)).not.toMatch(/jobs|Query/);
    },
  );

  test('more than a little is not even read', async () => {
    const query = `{ signInOptions { openIdConnect } } #${'x'.repeat(64 * 1024)}`;
    const answer = await app.post(JSON.stringify({ query }), {});
    expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  test('nothing is told of the schema by what may be asked', async () => {
    const query = '{ signInOptions { openIdConnect } } fragment F on Brand { nam }';
    const { status, body } = await app.post(JSON.stringify({ query }), {});
    const extensions = { code: 'BAD_USER_INPUT' };
    const errors = [{ message: 'This operation is not valid.', extensions }];
    expect([status, body]).toEqual([400, { errors }]);
  });
});

describe('a key', () => {
  test.each(['Bearer', 'bearer', 'BEARER'])('is taken after %s', async (scheme) => {
    const { token } = await makeKey(app, 'ANALYST');
    const answer = await askAs({ authorization: `${scheme} ${token}` });
    expect([answer.status, codesOf(answer)]).toEqual([200, []]);
  });

  test.each([UNKNOWN, ''])('that is not ours is refused: %j', async (token) => {
    const answer = await askAs(bearer(token));
    expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  test('that is not ours is refused even beside a good session', async () => {
    const answer = await askAs({ ...bearer(UNKNOWN), ...cookieOf(await openSession(app)) });
    expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  test('that was revoked is refused', async () => {
    const { id, token } = await makeKey(app, 'ANALYST');
    expect((await askAs(bearer(token))).status).toBe(200);
    await app.ask('mutation ($id: ID!) { revokeKey(id: $id) { key { id } } }', { id });
    expect((await askAs(bearer(token))).status).toBe(401);
  });

  test('may do what its role allows', async () => {
    const { token } = await makeKey(app, 'INGEST');
    const answer = await askAs(bearer(token));
    expect([answer.status, codesOf(answer)]).toEqual([200, ['FORBIDDEN']]);
    expect(answer.body.errors?.[0]?.message).toContain('job:read');
  });

  test('may be used by whatever page has it', async () => {
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await askAs({ ...bearer(), ...foreign })).status).toBe(200);
  });
});

describe('an open operation', () => {
  const OPEN = '{"query":"{ signInOptions { __typename } }"}';

  test('is answered to everybody, those with an old session among them', async () => {
    expect((await app.post(OPEN, {})).status).toBe(200);
    expect((await app.post(OPEN, cookieOf('x'.repeat(43)))).status).toBe(200);
  });

  test('tells nobody what it cost who is nobody', async () => {
    expect((await app.post(OPEN, {})).body).not.toHaveProperty('extensions');
  });
});
