import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { systemCaller } from '../../../src/domain/access/caller.js';
import { FIRST_AGENCY_ID } from '../../../src/domain/access/first-agency.js';
import type { Member } from '../../../src/domain/access/member.js';
import { encodeId } from '../../../src/domain/ids.js';
import { monotonicMs } from '../../../src/platform/monotonic.js';
import { addMember } from '../../../src/services/members/add-member.js';
import { deactivatePerson } from '../../../src/services/people/deactivate-person.js';
import { accepted } from '../../support/accepted.js';
import { aSessionOf } from '../../support/access/estate.js';
import { cookieOf, makeKey, makeKeyEndingIn } from '../../support/credentials.js';
import { RawSocket } from '../../support/raw-socket.js';
import { useInstallation } from '../../support/scenario/installation.js';
import { bearer, codesOf, type TestApp } from '../../support/test-app.js';
import { until } from '../../support/until.js';

const installation = useInstallation();

/** Where somebody is, and where what they lose is taken from them. */
let here: TestApp;
let elsewhere: TestApp;

const REVOCATION_MS = 5_000;
const EXPIRY_MS = 1_000;

beforeAll(async () => {
  here = (await installation.start({})).program;
  elsewhere = (await installation.start({})).program;
});

const opened: RawSocket[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((socket) => socket.close()));
});

type Introduction = { readonly token: string } | { readonly session: string };

/** A socket with a subscription, which the server has begun. */
async function watching(who: Introduction): Promise<RawSocket> {
  const headers = 'session' in who ? cookieOf(who.session) : {};
  const socket = await RawSocket.connect(here.socketUrl, { headers, origin: here.url });
  opened.push(socket);
  socket.say({ type: 'connection_init', payload: 'token' in who ? bearer(who.token) : {} });
  expect(await socket.hear()).toEqual({ type: 'connection_ack' });
  const { readings } = here.app.kernel.live;
  const before = readings.subscribers;
  const query = 'subscription { brandSpendUpdated { at } }';
  socket.say({ id: 'watch', type: 'subscribe', payload: { query } });
  await until(() => readings.subscribers > before);
  return socket;
}

/** With which code, and in time or how late, a socket is closed after something is done elsewhere. */
async function closedAfter(
  socket: RawSocket,
  deed: () => Promise<unknown>,
): Promise<readonly [code: number, lateMs: number | 'in time']> {
  await deed();
  const startedAt = monotonicMs();
  const code = await socket.closed;
  const tookMs = monotonicMs() - startedAt;
  return [code, tookMs < REVOCATION_MS ? 'in time' : tookMs];
}

async function doElsewhere(mutation: string, variables: object): Promise<void> {
  const { body } = await elsewhere.ask(mutation, variables);
  expect([body.errors, JSON.stringify(body.data)]).toEqual([
    undefined,
    expect.stringContaining('"userErrors":[]'),
  ]);
}

const REVOKE_KEY = 'mutation ($id: ID!) { revokeKey(id: $id) { userErrors { code } } }';

let serial = 0;

async function aMember(): Promise<Member & { readonly session: string }> {
  const { kernel } = here.app;
  serial += 1;
  const email = `member-${serial}@example.com`;
  const request = { email, name: null, role: 'ANALYST', brandIds: null } as const;
  const caller = systemCaller(FIRST_AGENCY_ID, 'test');
  const { member } = accepted(await addMember(kernel, caller, request));
  return { ...member, session: await aSessionOf(kernel, member.personId) };
}

describe('an open socket in one process is closed after, in another process,', () => {
  test('its key is revoked, and those of others stay open', async () => {
    const [lost, kept] = [await makeKey(here, 'ANALYST'), await makeKey(here, 'ANALYST')];
    const [socket, other] = [await watching(lost), await watching(kept)];
    const revoke = () => doElsewhere(REVOKE_KEY, { id: lost.id });
    expect(await closedAfter(socket, revoke)).toEqual([4403, 'in time']);
    const answer = await other.ask('1', '{ brands { totalCount } }');
    expect(answer).toMatchObject({ type: 'next', payload: { data: { brands: {} } } });
  });

  test('its member is removed', async () => {
    const { session, personId } = await aMember();
    const REMOVE = 'mutation ($id: ID!) { removeMember(id: $id) { userErrors { code } } }';
    const remove = () => doElsewhere(REMOVE, { id: encodeId('person', personId) });
    expect(await closedAfter(await watching({ session }), remove)).toEqual([4403, 'in time']);
  });

  test('its member has another role', async () => {
    const { session, personId } = await aMember();
    const UPDATE =
      'mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { userErrors { code } } }';
    const input = { id: encodeId('person', personId), role: 'MANAGER' };
    const update = () => doElsewhere(UPDATE, { input });
    expect(await closedAfter(await watching({ session }), update)).toEqual([4403, 'in time']);
  });

  test('its person is deactivated', async () => {
    const { session, email } = await aMember();
    const deactivate = async () =>
      accepted(await deactivatePerson(elsewhere.app.kernel, email, 'test'));
    expect(await closedAfter(await watching({ session }), deactivate)).toEqual([4403, 'in time']);
  });

  test('its person has signed out', async () => {
    const { session } = await aMember();
    const signOut = async () => {
      const query = 'mutation { signOut { userErrors { code } } }';
      const { status } = await elsewhere.post(JSON.stringify({ query }), cookieOf(session));
      expect(status).toBe(200);
    };
    expect(await closedAfter(await watching({ session }), signOut)).toEqual([4403, 'in time']);
  });
});

test('a socket is closed within a second of the end of its key', async () => {
  const seconds = 2;
  const startedAt = monotonicMs();
  const token = await makeKeyEndingIn(elsewhere, seconds);
  const madeAt = monotonicMs();
  const socket = await watching({ token });
  expect(await socket.closed).toBe(4403);
  const closedAt = monotonicMs();
  expect(closedAt - startedAt).toBeGreaterThan(seconds * 1_000);
  expect(closedAt - madeAt).toBeLessThan(seconds * 1_000 + EXPIRY_MS);
});

describe('requests in one process are refused after, in another process,', () => {
  const JOBS = JSON.stringify({ query: '{ brands { totalCount } }' });

  /** Whether what was answered until now is refused in time. */
  async function isRefusedInTime(headers: Readonly<Record<string, string>>): Promise<boolean> {
    const startedAt = monotonicMs();
    await until(async () => (await here.post(JOBS, headers)).status !== 200);
    const answer = await here.post(JOBS, headers);
    expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
    return monotonicMs() - startedAt < REVOCATION_MS;
  }

  test('their key is revoked', async () => {
    const { id, token } = await makeKey(here, 'ANALYST');
    expect((await here.post(JOBS, bearer(token))).status).toBe(200);
    await doElsewhere(REVOKE_KEY, { id });
    expect(await isRefusedInTime(bearer(token))).toBe(true);
    expect((await elsewhere.post(JOBS, bearer(token))).status).toBe(401);
  });

  test('their person is deactivated', async () => {
    const { session, email } = await aMember();
    expect((await here.post(JOBS, cookieOf(session))).status).toBe(200);
    accepted(await deactivatePerson(elsewhere.app.kernel, email, 'test'));
    expect(await isRefusedInTime(cookieOf(session))).toBe(true);
  });
});
