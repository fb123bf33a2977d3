import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { bearer, useApp } from '../support/test-app.js';

const app = useApp({ HTTP_MAX_PENDING_MIB: '1', METRICS_OPEN: 'on' });

const BODY_BYTES = 800 * 1024;

/** A request whose head is sent, and whose body is not yet. */
function begin(headers: Record<string, string>): ClientRequest {
  const begun = request(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(), ...headers },
  });
  begun.on('error', () => undefined);
  begun.flushHeaders();
  return begun;
}

const sized = { 'content-length': String(BODY_BYTES) };

async function answerTo(
  begun: ClientRequest,
): Promise<[number | undefined, IncomingMessage, string]> {
  const [response] = (await once(begun, 'response')) as [IncomingMessage];
  return [response.statusCode, response, await text(response)];
}

async function pendingBytes(): Promise<number> {
  const exposed = await (await fetch(`${app.url}/metrics`)).text();
  return Number(/^paceline_http_pending_bytes (\d+)$/m.exec(exposed)?.[1]);
}

async function untilPending(bytes: number): Promise<void> {
  while ((await pendingBytes()) !== bytes);
}

test('a body that does not fit beside others is told to come later, before it is read', async () => {
  const first = begin(sized);
  await untilPending(BODY_BYTES);
  for (const headers of [sized, { 'transfer-encoding': 'chunked' }]) {
    const begun = begin(headers);
    const [status, { headers: said }, body] = await answerTo(begun);
    expect([status, said['retry-after']]).toEqual([503, '1']);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    begun.destroy();
  }
  expect((await app.ask('{ __typename }')).status).toBe(200);
  first.end(JSON.stringify({ query: '{ __typename }' }).padEnd(BODY_BYTES));
  expect((await answerTo(first))[0]).toBe(200);
  await untilPending(0);
});

test('a body that is given up makes room', async () => {
  const first = begin(sized);
  await untilPending(BODY_BYTES);
  first.destroy();
  await untilPending(0);
});

test('a body of unknown size takes what there is', async () => {
  const begun = begin({ 'transfer-encoding': 'chunked' });
  await untilPending(1024 * 1024);
  begun.end(JSON.stringify({ query: '{ __typename }' }));
  expect((await answerTo(begun))[0]).toBe(200);
  await untilPending(0);
});
