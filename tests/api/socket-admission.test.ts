import { afterEach, describe, expect, test } from '@jest/globals';
import type { ClientOptions } from 'ws';
import { cookieOf, makeKey, makeKeyEndingIn, openSession } from '../support/credentials.js';
import { monotonicMs } from '../../src/platform/monotonic.js';
import { RawSocket } from '../support/raw-socket.js';
import { ADMIN_TOKEN, useApp } from '../support/test-app.js';

const CONSOLE = 'https://console.example.com';
const app = useApp({ GRAPHQL_WS_ALLOWED_ORIGINS: CONSOLE, GRAPHQL_WS_INIT_TIMEOUT_SECONDS: '1' });

const WATCH = 'subscription { spendUpdated { at } }';
const REVOCATION_MS = 5_000;
const EXPIRY_MS = 1_000;

const opened: RawSocket[] = [];

async function introduce(payload?: object, options: ClientOptions = {}): Promise<RawSocket> {
  const socket = await RawSocket.connect(app.socketUrl, options);
  opened.push(socket);
  socket.say({ type: 'connection_init', ...(payload && { payload }) });
  return socket;
}

async function expectWelcome(socket: RawSocket): Promise<void> {
  expect(await socket.hear()).toEqual({ type: 'connection_ack' });
  const answer = await socket.ask('1', '{ jobs { name } }');
  expect(answer).toMatchObject({ type: 'next', payload: { data: { jobs: expect.any(Array) } } });
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((socket) => socket.close()));
});

describe('a socket is let in', () => {
  test.each([
    ['authorization', `Bearer ${ADMIN_TOKEN}`],
    ['authorization', ADMIN_TOKEN],
    ['Authorization', `bearer ${ADMIN_TOKEN}`],
  ])('with %s: %s', async (name, value) => {
    await expectWelcome(await introduce({ [name]: value }));
  });

  test('with a key from whatever page', async () => {
    const options = { origin: 'https://evil.example' };
    await expectWelcome(await introduce({ authorization: ADMIN_TOKEN }, options));
  });

  test('with a session from our pages and from allowed ones', async () => {
    const headers = cookieOf(await openSession(app));
    for (const origin of [app.url, CONSOLE]) {
      await expectWelcome(await introduce(undefined, { origin, headers }));
    }
  });
});

describe('a socket is closed', () => {
  test('with 4401 if it shows nothing', async () => {
    for (const payload of [undefined, {}, { authorization: '' }, { authorization: 7 }]) {
      expect(await (await introduce(payload)).closed).toBe(4401);
    }
    expect(await (await introduce(undefined, { origin: 'https://evil.example' })).closed).toBe(
      4401,
    );
  });

  test('with 4401 before anything that it asked for without waiting', async () => {
    const socket = await introduce();
    socket.say({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } });
    expect(await socket.closed).toBe(4401);
  });

  test('with 4403 if what it shows is not ours', async () => {
    const unknown = cookieOf('x'.repeat(43));
    const session = cookieOf(await openSession(app));
    const sockets = [
      await introduce({ authorization: 'Bearer pcl_00000000_unknown' }),
      await introduce(undefined, { origin: app.url, headers: unknown }),
      await introduce({ authorization: 'unknown' }, { origin: app.url, headers: session }),
    ];
    expect(await Promise.all(sockets.map(({ closed }) => closed))).toEqual([4403, 4403, 4403]);
  });

  test("with 4403 if its session was sent from somebody else's page, or from none", async () => {
    const headers = cookieOf(await openSession(app));
    expect(
      await (
        await introduce(undefined, { origin: 'https://evil.example', headers })
      ).closed,
    ).toBe(4403);
    expect(await (await introduce(undefined, { headers })).closed).toBe(4403);
  });

  test('with 4408 if it says nothing at all', async () => {
    const socket = await RawSocket.connect(app.socketUrl, { headers: cookieOf('x'.repeat(43)) });
    expect(await socket.closed).toBe(4408);
  });
});

describe('an open socket', () => {
  async function watching(token: string): Promise<RawSocket> {
    const socket = await introduce({ authorization: token });
    await expectWelcome(socket);
    await socket.hear();
    socket.say({ id: 'watch', type: 'subscribe', payload: { query: WATCH } });
    return socket;
  }

  test('is closed soon after its key is revoked, and its subscriptions end', async () => {
    const { id, token } = await makeKey(app, 'ANALYST');
    const socket = await watching(token);
    const { readings } = app.app.kernel.live;
    while (readings.subscribers === 0) await new Promise(setImmediate);
    const reason = new Promise((resolve) => {
      socket.socket.once('close', (_code, text: Buffer) => {
        resolve(text.toString());
      });
    });
    const startedAt = monotonicMs();
    await app.ask('mutation ($id: ID!) { revokeKey(id: $id) { key { id } } }', { id });
    expect(await socket.closed).toBe(4403);
    expect(monotonicMs() - startedAt).toBeLessThan(REVOCATION_MS);
    expect(await reason).toBe('Credential revoked or changed');
    while (readings.subscribers > 0) await new Promise(setImmediate);
  });

  test('is closed when its key ends, within a second', async () => {
    const seconds = 2;
    const token = await makeKeyEndingIn(app, seconds);
    const startedAt = monotonicMs();
    const socket = await watching(token);
    const reason = new Promise((resolve) => {
      socket.socket.once('close', (_code, text: Buffer) => {
        resolve(text.toString());
      });
    });
    expect(await socket.closed).toBe(4403);
    const tookMs = monotonicMs() - startedAt;
    expect(tookMs).toBeLessThan(seconds * 1000 + EXPIRY_MS);
    expect(await reason).toBe('Credential expired');
  });
});
