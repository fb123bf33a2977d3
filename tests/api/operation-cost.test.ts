import { expect, test } from '@jest/globals';
import { RawSocket } from '../support/raw-socket.js';
import { useApp } from '../support/test-app.js';

const app = useApp();

const PAGES = '{ brands(first: 10) { nodes { campaigns(first: 5) { totalCount } } } }';
const cost = { objects: 60, limit: 20_000 };

test('an answer over HTTP says what it could have cost', async () => {
  expect((await app.ask(PAGES)).body).toMatchObject({ extensions: { cost } });
  expect((await app.ask('{ __typename }')).body).toEqual({
    data: { __typename: 'Query' },
    extensions: { cost: { objects: 0, limit: 20_000 } },
  });
  const mutation = 'mutation { runJob(name: "none") { userErrors { code } } }';
  expect((await app.ask(mutation)).body).toHaveProperty('extensions.cost.objects', 0);
});

test('an answer with errors says it as well, one that was refused does not', async () => {
  const failing = await app.ask('{ campaigns(first: 0) { totalCount } }');
  expect(failing.body).toMatchObject({ data: null, extensions: { cost: { objects: 0 } } });
  expect((await app.ask('{ nothing }')).body).not.toHaveProperty('extensions');
});

test('answers on a socket say it, events do not', async () => {
  const socket = await RawSocket.open(app.socketUrl);
  expect(await socket.ask('1', PAGES)).toMatchObject({ payload: { extensions: { cost } } });
  await socket.hear();
  expect(await socket.ask('2', '{ campaigns(first: 0) { totalCount } }')).toMatchObject({
    payload: { errors: [{}], extensions: { cost: { objects: 0 } } },
  });
  await socket.close();
});
