import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Browser, type Page, RunningProvider } from '../../support/openid-provider.js';
import { TestApp } from '../../support/test-app.js';
import { useTestDatabase } from '../../support/test-database.js';

const PUBLIC_URL = 'http://paceline.test';
const CLIENT = { clientId: 'paceline', clientSecret: 'the secret of a client of a provider' };
const PASSWORD = 'of whoever came first';
const OWNER_EMAIL = 'owner@agency.test';

const app = new TestApp();
let provider: RunningProvider;

// Hooks run in this order: the database is dropped when nothing is connected to it any more.
afterAll(async () => {
  await app.close();
  await provider.stop();
});
const database = useTestDatabase();

beforeAll(async () => {
  const redirectUri = `${PUBLIC_URL}/auth/oidc/callback`;
  provider = await RunningProvider.start({ ...CLIENT, redirectUri });
  await app.start({
    DATABASE_URL: database.url,
    PUBLIC_URL,
    OWNER_EMAIL,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
  });
});

function aBrowser(): Browser {
  return new Browser((url) =>
    url.origin === PUBLIC_URL ? new URL(url.pathname + url.search, app.url) : url,
  );
}

/** Signs in at the provider as somebody, and consents, until there is a page of ours. */
async function signIn(browser: Browser, login: string, start = '/auth/oidc/start'): Promise<Page> {
  const form = await browser.open(PUBLIC_URL + start);
  expect(form.url.origin).toBe(provider.issuer);
  const consent = await browser.open(form.url, { prompt: 'login', login, password: 'any' });
  return browser.open(consent.url, { prompt: 'consent' });
}

const ME = JSON.stringify({ query: '{ me { person { email } } }' });

async function me(browser: Browser): Promise<unknown> {
  const cookie = `paceline_session=${browser.cookie('paceline.test', 'paceline_session') ?? ''}`;
  return (await app.post(ME, { cookie })).body.data?.['me'];
}

/** An account that somebody made for an address which need not be theirs: the cookie of its session. */
async function preparedAccount(email: string): Promise<string> {
  const invite = `mutation ($email: String!) {
    inviteMember(input: { email: $email, role: ANALYST }) { link userErrors { message } } }`;
  const { body } = await app.ask(invite, { email });
  const { link } = body.data?.['inviteMember'] as { link: string };
  const token = /[^=#/]+$/.exec(link)?.[0];
  const accept = `mutation ($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) { userErrors { message } } }`;
  const input = { token, name: 'Prepared', password: PASSWORD };
  const answer = await app.post(JSON.stringify({ query: accept, variables: { input } }), {});
  expect(answer.body.data).toEqual({ acceptInvitation: { userErrors: [] } });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function signInByPassword(email: string): Promise<unknown> {
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }`;
  const variables = { input: { email, password: PASSWORD } };
  return (await app.post(JSON.stringify({ query, variables }), {})).body.data?.['signIn'];
}

describe('signing in by an OpenID Connect provider', () => {
  test('is offered where one is set up', async () => {
    const body = JSON.stringify({ query: '{ signInOptions { openIdConnect } }' });
    const { body: answer } = await app.post(body, {});
    expect(answer.data).toEqual({ signInOptions: { openIdConnect: true } });
  });

  test('opens a session of the person whose address the provider vouches for, and goes on', async () => {
    const browser = aBrowser();
    const page = await signIn(browser, OWNER_EMAIL, '/auth/oidc/start?next=/playground');
    expect(page.url.href).toBe(`${PUBLIC_URL}/playground`);
    expect(await me(browser)).toEqual({ person: { email: OWNER_EMAIL } });
    expect(browser.cookie('paceline.test', 'paceline_openid')).toBeNull();
  });

  test('ends what opened the account before: nobody had proven its address', async () => {
    const email = 'prepared@agency.test';
    const cookie = await preparedAccount(email);
    expect((await app.post(ME, { cookie })).body.data).toEqual({ me: { person: { email } } });
    const browser = aBrowser();
    await signIn(browser, email);
    expect(await me(browser)).toEqual({ person: { email } });
    expect((await app.post(ME, { cookie })).body.errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
    const again = await signInByPassword(email);
    expect(again).toMatchObject({ userErrors: [{ code: 'INVALID' }] });
    const { body } = await app.ask(
      '{ auditLog(first: 5, filter: { action: ["person.link_provider"] }) { nodes { after } } }',
    );
    const after = { issuer: provider.issuer, subject: email };
    expect(body.data?.['auditLog']).toMatchObject({ nodes: [{ after }, {}] });
  });

  test('knows the person by the account from then on', async () => {
    const browser = aBrowser();
    await signIn(browser, OWNER_EMAIL);
    expect(await me(browser)).toEqual({ person: { email: OWNER_EMAIL } });
  });

  test('opens nothing for an address that the provider does not vouch for, or nobody here has', async () => {
    for (const login of [`unverified:${OWNER_EMAIL}`, 'stranger@elsewhere.test']) {
      const browser = aBrowser();
      const page = await signIn(browser, login);
      expect(page.url.pathname + page.url.hash).toBe('/sign-in#provider=unknown');
      expect(browser.cookie('paceline.test', 'paceline_session')).toBeNull();
    }
  });

  test('goes to no other site afterwards', async () => {
    for (const next of ['https://evil.test/', '//evil.test/', '/\\evil.test/']) {
      const page = await signIn(
        aBrowser(),
        OWNER_EMAIL,
        `/auth/oidc/start?next=${encodeURIComponent(next)}`,
      );
      expect(page.url.origin).toBe(PUBLIC_URL);
    }
  });

  test('takes no answer to what this browser has not begun', async () => {
    const page = await aBrowser().open(`${PUBLIC_URL}/auth/oidc/callback?code=x&state=y`);
    expect(page.url.pathname + page.url.hash).toBe('/sign-in#provider=refused');
    const begun = aBrowser();
    await begun.open(`${PUBLIC_URL}/auth/oidc/start`);
    const forged = await begun.open(`${PUBLIC_URL}/auth/oidc/callback?code=x&state=forged`);
    expect(forged.url.pathname + forged.url.hash).toBe('/sign-in#provider=refused');
  });

  test('keeps the secrets out of the log', () => {
    expect(JSON.stringify(app.log)).not.toContain(CLIENT.clientSecret);
  });
});
