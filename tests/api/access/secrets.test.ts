import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hashToken } from '../../../src/auth/token.js';
import { ConfigError, loadConfig } from '../../../src/config.js';
import { FIRST_AGENCY_ID } from '../../../src/domain/access/first-agency.js';
import { SecretKeeper } from '../../support/access/secret-keeper.js';
import {
  ACCEPT,
  CHANGE,
  CREATE_KEY,
  CREATE_LINK,
  INVITE,
  LISTS,
  RESET,
  SIGN_IN,
} from '../../support/access/secret-operations.js';
import { cookieOf } from '../../support/credentials.js';
import { Browser, RunningProvider } from '../../support/openid-provider.js';
import { RawSocket } from '../../support/raw-socket.js';
import { ADMIN_TOKEN, bearer, codesOf, TestApp } from '../../support/test-app.js';
import { useTestDatabase } from '../../support/test-database.js';

const PUBLIC_URL = 'http://paceline.test';
const OWNER_EMAIL = 'owner@agency.test';
const CLIENT_SECRET = 'what-the-provider-does-not-know-us-by';
const PASSWORD = 'a heron waits by the grey weir';
const WRONG = 'a heron waits by the wrong weir';

const app = new TestApp();
const keeper = new SecretKeeper(app);
let provider: RunningProvider;

// Hooks run in this order: the database is dropped when nothing is connected to it any more.
afterAll(async () => {
  await app.close();
  await provider.stop();
});
const database = useTestDatabase();

beforeAll(async () => {
  const redirectUri = `${PUBLIC_URL}/auth/oidc/callback`;
  const client = { clientId: 'paceline', clientSecret: 'what the provider knows us by' };
  provider = await RunningProvider.start({ ...client, redirectUri });
  await app.start({
    DATABASE_URL: database.url,
    LOG_LEVEL: 'trace',
    PUBLIC_URL,
    OWNER_EMAIL,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.clientId,
    OIDC_CLIENT_SECRET: keeper.keep('secret of a client', CLIENT_SECRET),
  });
  keeper.keep('first key', ADMIN_TOKEN);
  keeper.keep('digest of the first key', hashToken(ADMIN_TOKEN));
  keeper.keep('password', PASSWORD);
  keeper.keep('wrong password', WRONG);
});

const asAdmin = bearer();
const EMAIL = 'grace@agency.test';

/** Somebody who was invited and has come in; gives their session. */
async function comeIn(email: string): Promise<string> {
  const invite = {
    query: INVITE,
    variables: { input: { email, role: 'ADMIN' } },
    headers: asAdmin,
  };
  const token = await keeper.askFor('token of an invitation', invite, /#invitation=([\w-]+)/);
  const input = { token, name: 'Grace', password: PASSWORD };
  return keeper.keepSession(await keeper.ask({ query: ACCEPT, variables: { input } }));
}

describe('no secret is told', () => {
  test('by invitations and sign-ins, right and wrong', async () => {
    await comeIn(EMAIL);
    const signIn = (password: string) =>
      keeper.ask({ query: SIGN_IN, variables: { input: { email: EMAIL, password } } });
    keeper.keepSession(await signIn(PASSWORD));
    await signIn(WRONG);
    const unknown = { email: 'nobody@agency.test', password: WRONG };
    await keeper.ask({ query: SIGN_IN, variables: { input: unknown } });
    expect(await keeper.leaks()).toEqual([]);
  });

  test('by keys, and by what is asked with keys that are none', async () => {
    const input = { name: 'Feed', role: 'INGEST' };
    const create = { query: CREATE_KEY, variables: { input }, headers: asAdmin };
    const token = await keeper.askFor('token of a key', create, /"token":"([^"]+)"/);
    await keeper.ask({ query: LISTS, headers: bearer(token) });
    const unknown = keeper.keep('token that is none', 'pcl_0123abcd_of-nobody-at-all');
    await keeper.ask({ query: LISTS, headers: bearer(unknown) });
    const socket = await RawSocket.connect(app.socketUrl);
    socket.say({ type: 'connection_init', payload: bearer(unknown) });
    expect(await socket.closed).toBe(4403);
    expect(await keeper.leaks()).toEqual([]);
  });

  test('by password links and changes of passwords', async () => {
    const session = await comeIn('ada@agency.test');
    const headers = cookieOf(session);
    const [first, second] = ['the new one of the first', 'the new one of the second'];
    keeper.keep('first new password', first);
    keeper.keep('second new password', second);
    const change = { currentPassword: PASSWORD, newPassword: first };
    const refused = { currentPassword: WRONG, newPassword: first };
    const short = { currentPassword: first, newPassword: keeper.keep('short one', 'too-short-1') };
    for (const input of [refused, change, short]) {
      await keeper.ask({ query: CHANGE, variables: { input }, headers });
    }
    const { body } = await keeper.ask({ query: '{ me { person { id } } }', headers });
    const id = /person_\w+/.exec(JSON.stringify(body))?.[0];
    const create = { query: CREATE_LINK, variables: { id }, headers: asAdmin };
    const token = await keeper.askFor('token of a link', create, /#password=([\w-]+)/);
    const reset = { query: RESET, variables: { input: { token, password: second } } };
    keeper.keepSession(await keeper.ask(reset));
    await keeper.ask(reset);
    expect(await keeper.leaks()).toEqual([]);
  });

  test('by lists and by the audit log', async () => {
    const answer = await keeper.ask({
      query: LISTS,
      headers: cookieOf(await comeIn('e@agency.test')),
    });
    expect([codesOf(answer), answer.body.data?.['auditLog']]).toEqual([[], expect.anything()]);
    expect(await keeper.leaks()).toEqual([]);
  });
});

describe('no secret of the provider is told', () => {
  test('where the provider does not know us by it', async () => {
    const browser = new Browser((url) =>
      url.origin === PUBLIC_URL ? new URL(url.pathname + url.search, app.url) : url,
    );
    const form = await browser.open(`${PUBLIC_URL}/auth/oidc/start`);
    const person = { prompt: 'login', login: OWNER_EMAIL, password: 'any' };
    const consent = await browser.open(form.url, person);
    const page = await browser.open(consent.url, { prompt: 'consent' });
    keeper.hear('the callback', page.url.href + page.text);
    expect(page.url.href).toBe(`${PUBLIC_URL}/sign-in#provider=refused`);
    expect(
      app.log.filter(({ msg }) => msg === 'nobody was signed in by the provider'),
    ).toHaveLength(1);
    expect(await keeper.leaks()).toEqual([]);
  });

  test('where it is set wrongly', () => {
    const load = () =>
      loadConfig({ OIDC_ISSUER: 'nowhere', OIDC_CLIENT_SECRET: `${CLIENT_SECRET}\n` });
    expect(load).toThrow(ConfigError);
    expect(load).not.toThrow(CLIENT_SECRET);
  });
});

test('the secrets were used, and kept from the log that has everything else', async () => {
  const { everywhere } = app.app.kernel.database;
  const [row] = await everywhere.rows<{ people: number; keys: number }>(
    `select (select count(*)::int from membership where agency_id = $1) as people,
       (select count(*)::int from api_key where agency_id = $1) as keys`,
    [FIRST_AGENCY_ID],
  );
  expect(row).toEqual({ people: 4, keys: 2 });
  expect(app.log.length).toBeGreaterThan(20);
});
