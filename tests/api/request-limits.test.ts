import { describe, expect, test } from '@jest/globals';
import { makeKey } from '../support/credentials.js';
import { RawSocket } from '../support/raw-socket.js';
import { type Answer, bearer, codesOf, useApp } from '../support/test-app.js';

const LIMIT = 20;
const app = useApp({ REQUESTS_PER_MINUTE: String(LIMIT) });

const NAME = JSON.stringify({ query: '{ __typename }' });
const SPEND = JSON.stringify({
  query:
    'mutation { recordSpend(input: { campaignExternalId: "none", amount: "1", eventId: "1" }) { userErrors { code } } }',
});

async function send(count: number, body: string, token: string): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let i = 0; i < count; i += 1) answers.push(await app.post(body, bearer(token)));
  return answers;
}

function outcomes(answers: readonly Answer[]): readonly string[] {
  return [...new Set(answers.map((answer) => [answer.status, ...codesOf(answer)].join(' ')))];
}

describe('a key that sends too much', () => {
  test('is told when to come again, and others are answered', async () => {
    const { token } = await makeKey(app, 'ANALYST');
    const other = await makeKey(app, 'ANALYST');
    expect(outcomes(await send(LIMIT, NAME, token))).toEqual(['200']);
    const [refused] = await send(1, NAME, token);
    expect(refused?.status).toBe(429);
    const retryAfter = Number(refused?.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(60);
    expect(refused?.body.errors?.[0]?.extensions).toEqual({
      code: 'RATE_LIMITED',
      retryAfterSeconds: retryAfter,
    });
    expect(outcomes(await send(1, NAME, other.token))).toEqual(['200']);
  });

  test('may go on recording spend, which does not count', async () => {
    const { token } = await makeKey(app, 'INGEST');
    expect(outcomes(await send(LIMIT + 5, SPEND, token))).toEqual(['200']);
    expect(outcomes(await send(LIMIT, NAME, token))).toEqual(['200']);
    expect(outcomes(await send(1, NAME, token))).toEqual(['429 RATE_LIMITED']);
    expect(outcomes(await send(1, SPEND, token))).toEqual(['200']);
  });

  test('may not send more of what cannot be read or is not valid either', async () => {
    const { token } = await makeKey(app, 'ANALYST');
    const half = LIMIT / 2;
    expect(outcomes(await send(half, '{"query":"{"}', token))).toEqual(['400 BAD_USER_INPUT']);
    expect(outcomes(await send(half, '{"query":"{ nothing }"}', token))).toEqual([
      '400 BAD_USER_INPUT',
    ]);
    expect(outcomes(await send(1, '{"query":"{ nothing }"}', token))).toEqual(['429 RATE_LIMITED']);
    expect(outcomes(await send(1, NAME, token))).toEqual(['429 RATE_LIMITED']);
  });

  test('is told so on sockets, too, and may stay', async () => {
    const { token } = await makeKey(app, 'INGEST');
    expect(outcomes(await send(LIMIT - 1, NAME, token))).toEqual(['200']);
    const socket = await RawSocket.open(app.socketUrl, token);
    expect(await socket.ask('1', '{ __typename }')).toMatchObject({ type: 'next' });
    await socket.hear();
    const extensions = { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) };
    for (const query of ['{ __typename }', '{', 'subscription { spendUpdated { at } }']) {
      const refused = { type: 'error', payload: [{ extensions }] };
      expect(await socket.ask('2', query)).toMatchObject(refused);
    }
    const { query } = JSON.parse(SPEND) as { query: string };
    expect(await socket.ask('3', query)).toMatchObject({ type: 'next' });
    await socket.close();
  });
});

describe('an address', () => {
  test('may ask so much without a credential', async () => {
    const body = '{"query":"{ signInOptions { __typename } }"}';
    const statuses: number[] = [];
    for (let i = 0; i < 61; i += 1) statuses.push((await app.post(body, {})).status);
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
    expect(statuses[60]).toBe(429);
  });
});
