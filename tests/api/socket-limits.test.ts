import { afterEach, describe, expect, test } from '@jest/globals';
import type { ClientOptions } from 'ws';
import { RawSocket } from '../support/raw-socket.js';
import { bearer, useApp } from '../support/test-app.js';

const app = useApp({
  GRAPHQL_WS_INIT_TIMEOUT_SECONDS: '1',
  GRAPHQL_WS_PING_SECONDS: '1',
  GRAPHQL_WS_MAX_SUBSCRIPTIONS: '3',
  GRAPHQL_WS_MAX_SOCKETS_PER_ADDRESS: '4',
});

const KIB = 1024;
const WATCH = 'subscription { spendUpdated { at } }';

const opened: RawSocket[] = [];

async function open(): Promise<RawSocket> {
  const socket = await RawSocket.open(app.socketUrl);
  opened.push(socket);
  return socket;
}

async function connect(options: ClientOptions = {}): Promise<RawSocket> {
  const socket = await RawSocket.connect(app.socketUrl, options);
  opened.push(socket);
  return socket;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((socket) => socket.close()));
});

describe('a socket is closed', () => {
  test('with 4408 if it does not introduce itself', async () => {
    const socket = await connect();
    expect(await socket.closed).toBe(4408);
  });

  test('with 4401 if it asks before it introduces itself', async () => {
    const socket = await connect();
    socket.say({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } });
    expect(await socket.closed).toBe(4401);
  });

  test('with 4429 if it introduces itself twice', async () => {
    const socket = await open();
    socket.say({ type: 'connection_init' });
    expect(await socket.closed).toBe(4429);
  });

  test('with 4409 if an id is used twice at a time', async () => {
    const socket = await open();
    socket.say({ id: '1', type: 'subscribe', payload: { query: WATCH } });
    socket.say({ id: '1', type: 'subscribe', payload: { query: WATCH } });
    expect(await socket.closed).toBe(4409);
  });

  test.each([
    ['no JSON', '{'],
    ['no message', '{"type":"hello"}'],
    ['a message of servers', '{"id":"1","type":"complete","payload":{}}]'],
    ['an answer', '{"id":"1","type":"next","payload":{"data":null}}'],
  ])('with 4400 if it sends %s', async (_what, text) => {
    const socket = await open();
    socket.socket.send(text);
    expect(await socket.closed).toBe(4400);
  });

  test('with 1009 if it sends more than 64 KiB at once', async () => {
    const socket = await connect();
    socket.say({ type: 'connection_init', payload: { authorization: 'x'.repeat(64 * KIB) } });
    expect(await socket.closed).toBe(1009);
  });

  test('if it does not answer pings', async () => {
    const socket = await connect({ autoPong: false });
    socket.say({ type: 'connection_init', payload: bearer() });
    await socket.hear();
    expect(await socket.closed).toBe(1006);
  });
});

describe('a socket is served', () => {
  test('as long as it answers pings', async () => {
    const socket = await open();
    for (let pings = 0; pings < 3; pings += 1) {
      await new Promise((resolve) => socket.socket.once('ping', resolve));
    }
    expect(await socket.ask('1', '{ __typename }')).toMatchObject({ type: 'next' });
  });

  test('with queries, mutations and the errors of both', async () => {
    const socket = await open();
    const payload = { data: { __typename: 'Query' } };
    const answer = await socket.ask('1', '{ __typename }');
    expect(answer).toMatchObject({ id: '1', type: 'next', payload });
    expect(await socket.hear()).toEqual({ id: '1', type: 'complete' });
    const run = 'mutation { runJob(name: "nothing") { userErrors { code } } }';
    expect(await socket.ask('2', run)).toMatchObject({
      payload: { data: { runJob: { userErrors: [{ code: 'NOT_FOUND' }] } } },
    });
  });

  test('by the rules and limits of HTTP', async () => {
    const socket = await open();
    const deep = `{ brands { nodes { ${'campaigns { nodes { brand { '.repeat(3)} name ${'} } }'.repeat(3)} } } }`;
    const aliases = `{ ${Array.from({ length: 16 }, (_, i) => `a${String(i)}: __typename`).join(' ')} }`;
    const long = `{ ${'__typename '.repeat(1000)} }`;
    for (const query of ['{', '{ nothing }', deep, aliases, long]) {
      const error = { extensions: { code: 'BAD_USER_INPUT' } };
      expect(await socket.ask('1', query)).toMatchObject({ type: 'error', payload: [error] });
    }
    expect(await socket.ask('1', '{ __typename }')).toMatchObject({ type: 'next' });
  });

  test('with so many operations at a time, and with more when one has ended', async () => {
    const socket = await open();
    for (const id of ['1', '2', '3']) {
      socket.say({ id, type: 'subscribe', payload: { query: WATCH } });
    }
    const refused = { type: 'error', payload: [{ extensions: { code: 'RATE_LIMITED' } }] };
    expect(await socket.ask('4', WATCH)).toMatchObject({ id: '4', ...refused });
    socket.say({ id: '2', type: 'complete' });
    expect(await socket.ask('5', '{ __typename }')).toMatchObject({ id: '5', type: 'next' });
  });

  test('as one of so many of an address, and another when one has gone', async () => {
    const [first] = await Promise.all([open(), open(), open(), open()]);
    const fifth = await connect();
    expect(await fifth.closed).toBe(4429);
    await first.close();
    const sixth = await open();
    expect(await sixth.ask('1', '{ __typename }')).toMatchObject({ type: 'next' });
  });
});

test('sockets speak no other protocol', async () => {
  await expect(RawSocket.connect(app.socketUrl, {}, 'graphql-ws')).rejects.toThrow('subprotocol');
});

test('sockets are served at /graphql alone', async () => {
  const elsewhere = RawSocket.connect(app.socketUrl.replace('graphql', 'else'));
  await expect(elsewhere).rejects.toThrow('404');
});
