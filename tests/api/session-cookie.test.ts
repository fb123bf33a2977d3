import { describe, expect, test } from '@jest/globals';
import { openDemoSignIn } from '../../src/services/demo/open-demo-sign-in.js';
import { cookieOf, openSession } from '../support/credentials.js';
import { type Answer, codesOf, useApp } from '../support/test-app.js';

const CONSOLE = 'https://console.example.com';
const app = useApp({
  GRAPHQL_WS_ALLOWED_ORIGINS: CONSOLE,
  PUBLIC_URL: 'https://paceline.example.com',
});

async function askAs(headers: Readonly<Record<string, string>>): Promise<Answer> {
  const session = cookieOf(await openSession(app));
  return app.post('{"query":"{ jobs { name } }"}', { ...session, ...headers });
}

describe('a session', () => {
  test.each([
    ['by a program', {}],
    ['by our page', { origin: 'https://paceline.example.com', 'sec-fetch-site': 'same-origin' }],
    ['by an allowed page', { origin: CONSOLE, 'sec-fetch-site': 'same-site' }],
    ['by its user', { 'sec-fetch-site': 'none' }],
  ])('is taken if it is sent %s', async (_what, headers) => {
    const answer = await askAs(headers);
    expect([answer.status, codesOf(answer)]).toEqual([200, []]);
  });

  test('is taken from a page at the address that was asked', async () => {
    expect((await askAs({ origin: app.url })).status).toBe(200);
  });

  test.each([
    ['another page', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['another page of the same site', { 'sec-fetch-site': 'same-site' }],
    ['a link', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused if it is sent by %s', async (_what, headers) => {
    const answer = await askAs(headers);
    expect([answer.status, codesOf(answer)]).toEqual([403, ['FORBIDDEN']]);
  });

  test('still needs what no form can send', async () => {
    const session = cookieOf(await openSession(app));
    const url = `${app.url}/graphql?query={jobs{name}}`;
    expect((await fetch(url, { headers: session })).status).toBe(400);
  });

  test('is opened and closed by nobody else’s page', async () => {
    const body =
      '{"query":"mutation { signIn(input: { email: \\"a\\", password: \\"b\\" }) { userErrors { code } } }"}';
    const answer = await app.post(body, { origin: 'https://evil.example' });
    expect([answer.status, codesOf(answer)]).toEqual([403, ['FORBIDDEN']]);
  });
});

describe('signing in', () => {
  const SIGN_IN =
    'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }';
  const account = { email: 'owner@paceline.localhost', password: 'correct horse battery staple' };

  test('lets a browser keep a session, and signing out forget it', async () => {
    await openDemoSignIn(app.app.kernel, account);
    const body = JSON.stringify({ query: SIGN_IN, variables: { input: account } });
    const signedIn = await app.post(body, { origin: 'https://paceline.example.com' });
    const kept = signedIn.headers.get('set-cookie') ?? '';
    expect(kept).toMatch(
      /^paceline_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
    );
    const cookie = kept.split(';', 1)[0] ?? '';
    const me = await app.post('{"query":"{ me { actor { kind } } }"}', { cookie });
    expect(me.body.data).toEqual({ me: { actor: { kind: 'USER' } } });
    const signedOut = await app.post('{"query":"mutation { signOut { signedOut } }"}', { cookie });
    expect(signedOut.headers.get('set-cookie')).toMatch(/^paceline_session=; .*Max-Age=0; Secure$/);
    expect((await app.post('{"query":"{ me { actor { kind } } }"}', { cookie })).status).toBe(401);
  });
});

describe('a page of an allowed origin', () => {
  test('may read what it asked for', async () => {
    for (const headers of [{ origin: CONSOLE }, { origin: CONSOLE, authorization: 'Bearer no' }]) {
      const answer = await askAs(headers);
      expect(answer.headers.get('access-control-allow-origin')).toBe(CONSOLE);
      expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
      expect(answer.headers.get('vary')).toMatch(/origin/i);
    }
  });

  test('is told so when its browser asks', async () => {
    const headers = { origin: CONSOLE, 'access-control-request-method': 'POST' };
    const response = await fetch(`${app.url}/graphql`, { method: 'OPTIONS', headers });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(CONSOLE);
    expect(response.headers.get('access-control-allow-headers')).toContain('content-type');
  });

  test('is the only one', async () => {
    const headers = { origin: 'https://evil.example' };
    const response = await fetch(`${app.url}/graphql`, { method: 'OPTIONS', headers });
    expect(response.status).toBe(405);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const refused = await askAs(headers);
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  });
});
