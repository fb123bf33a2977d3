import { expect, test } from '@jest/globals';
import { bearer, useApp } from '../support/test-app.js';

const app = useApp();

interface Asked {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null;
}

/** An answer but for what is another each time. */
async function answerTo(asked: Asked, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(), ...headers },
    body: JSON.stringify(asked),
  });
  const own = [...response.headers].filter(([name]) => name !== 'date' && name !== 'x-request-id');
  return { status: response.status, headers: own, body: await response.text() };
}

const PAGE = 'query Page($first: Int!) { campaigns(first: $first) { totalCount nodes { id } } }';
const TWO = 'query One { __typename } query Other { agency { name } }';
const SPEND = `mutation Spend($input: RecordSpendInput!) {
  recordSpend(input: $input) { entry { id } userErrors { code field message } }
}`;

const spend = {
  campaignId: 'campaign_00000000000000000000000000',
  amount: '1',
  eventId: 'event',
};

test.each<[string, Asked]>([
  ['data', { query: PAGE, variables: { first: 5 } }],
  ['a field that fails', { query: PAGE, variables: { first: 0 } }],
  ['a variable that is missing', { query: PAGE }],
  ['variables that are null', { query: PAGE, variables: null }],
  ['a variable of another type', { query: PAGE, variables: { first: 'many' } }],
  ['one of several operations', { query: TWO, operationName: 'Other' }],
  ['an operation that is not there', { query: TWO, operationName: 'Third' }],
  ['several operations and none named', { query: TWO }],
  ['a refused mutation', { query: SPEND, variables: { input: spend } }],
  ['an input with an unknown field', { query: SPEND, variables: { input: { ...spend, more: 1 } } }],
  [
    'pages that can hold too much',
    {
      query:
        '{ brands(first: 100) { nodes { campaigns(first: 100) { nodes { changes(first: 100) { totalCount } } } } } }',
    },
  ],
  ['a subscription', { query: 'subscription { campaignStatusChanged { cause } }' }],
])('a text that is known is answered as it was the first time: %s', async (_, asked) => {
  const first = await answerTo(asked);
  expect(await answerTo(asked)).toEqual(first);
  expect(await answerTo(asked)).toEqual(first);
});

test('a known text is refused to who may not ask it, and counted as any other', async () => {
  const asked = { query: PAGE, variables: { first: 5 } };
  await answerTo(asked);
  expect((await answerTo(asked)).status).toBe(200);
  expect(await answerTo(asked, { authorization: 'Bearer nobody' })).toMatchObject({ status: 401 });
});

test('who accepts another form of answers gets it, also for a known text', async () => {
  const asked = { query: '{ __typename }' };
  const accept = { accept: 'application/graphql-response+json' };
  await answerTo(asked);
  const [plain, other] = [await answerTo(asked), await answerTo(asked, accept)];
  expect(new Map(plain.headers).get('content-type')).toContain('application/json');
  expect(new Map(other.headers).get('content-type')).toContain('application/graphql-response+json');
  expect((await answerTo(asked, { accept: 'text/html' })).status).toBe(406);
});
