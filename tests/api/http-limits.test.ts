import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { bearer, codesOf, useApp } from '../support/test-app.js';

const MIB = 1024 * 1024;

const app = useApp();

function aliases(count: number): string {
  return `{ ${Array.from({ length: count }, (_, i) => `a${String(i)}: __typename`).join(' ')} }`;
}

function tokens(count: number): string {
  const others = '{ campaigns ( filter : { externalId : [ ] } ) { totalCount } }'.split(' ').length;
  return `{ campaigns(filter: { externalId: [${'"x" '.repeat(count - others)}] }) { totalCount } }`;
}

describe('an operation', () => {
  test.each([
    [
      'as deep as brand pages with their campaigns and histories need',
      200,
      '{ brands { edges { node { campaigns { edges { node { statusChanges { edges { node { at } } } } } } } } } }',
    ],
    [
      'one deeper',
      400,
      '{ brands { edges { node { campaigns { edges { node { statusChanges { edges { node { actor { name } } } } } } } } } } }',
    ],
    [
      'hiding its depth in fragments',
      400,
      `query Q { campaigns { nodes { ...A } } } fragment A on Campaign { brand { campaigns { nodes { ...B } } } }
       fragment B on Campaign { brand { campaigns { nodes { brand { today { period } } } } } }`,
    ],
    ['with 15 aliases', 200, aliases(15)],
    ['with 16 aliases', 400, aliases(16)],
    [
      'with 5 directives',
      200,
      `{ __typename ${'@include(if: true) '.repeat(1)} jobs { name @skip(if: false) schedule @skip(if: false) enabled @skip(if: false) nextRunAt @skip(if: false) } }`,
    ],
    [
      'with 6 directives',
      400,
      `{ __typename @skip(if: false) jobs @skip(if: false) { name @skip(if: false) schedule @skip(if: false) enabled @skip(if: false) nextRunAt @skip(if: false) } }`,
    ],
    ['of 1000 tokens', 200, tokens(1000)],
    ['of 1001 tokens', 400, tokens(1001)],
    [
      'with pages of 100 in a page of 100',
      200,
      '{ brands(first: 100) { nodes { campaigns(first: 100) { totalCount } } } }',
    ],
    [
      'with a third level of pages of 100, in a fragment and by default of a variable',
      400,
      `query ($n: Int = 100) { campaigns(first: 100) { nodes { ...B } } }
       fragment B on Campaign { brand { campaigns(first: $n) { nodes { statusChanges(first: 2) { nodes { at } } } } } }`,
    ],
    [
      'that asks for the schema as tools do',
      200,
      getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }),
    ],
  ])('%s is answered with %d', async (_what, status, query) => {
    const answer = await app.ask(query);
    expect(answer.status).toBe(status);
    expect(codesOf(answer)).toEqual(status === 200 ? [] : ['BAD_USER_INPUT']);
  });

  test('is refused among several', async () => {
    const answer = await app.post('[{"query":"{__typename}"},{"query":"{__typename}"}]');
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  test('is chosen by its name', async () => {
    const query = 'query A { a: __typename } query B { b: __typename }';
    const chosen = await app.post(JSON.stringify({ query, operationName: 'B' }));
    expect(chosen.body.data).toEqual({ b: 'Query' });
    expect(codesOf(await app.post(JSON.stringify({ query })))).toEqual(['BAD_USER_INPUT']);
  });

  test('that changes something does not come by GET', async () => {
    const query = encodeURIComponent('mutation { runJob(name: "x") { userErrors { code } } }');
    const response = await fetch(`${app.url}/graphql?query=${query}`, {
      headers: { ...bearer(), 'apollo-require-preflight': 'true' },
    });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  test('is not taken from a form of another site', async () => {
    const plain = { ...bearer(), 'content-type': 'text/plain' };
    const answer = await app.post('{"query":"{__typename}"}', plain);
    expect([answer.status, codesOf(answer)]).toEqual([415, ['BAD_USER_INPUT']]);
    const response = await fetch(`${app.url}/graphql?query={__typename}`, { headers: bearer() });
    expect(response.status).toBe(400);
  });
});

describe('a request', () => {
  test('keeps the id that it came with, and gets one otherwise', async () => {
    const idOf = async (headers: Record<string, string>): Promise<string | null> =>
      (await app.post('{"query":"{__typename}"}', { ...bearer(), ...headers })).headers.get(
        'x-request-id',
      );
    expect(await idOf({ 'x-request-id': 'mine-1' })).toBe('mine-1');
    expect(await idOf({})).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idOf({ 'x-request-id': 'no spaces, please' })).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('a body', () => {
  test.each([
    ['that is no JSON', '{"query"'],
    ['that is empty', ''],
    ['that is no object', '"query"'],
    ['without a query', '{"variables":{}}'],
    ['with a prototype', '{"query":"{__typename}","__proto__":{"x":1}}'],
  ])('%s is refused', async (_what, body) => {
    const answer = await app.post(body);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  test('of 8 MiB is read', async () => {
    const start = '{"query":"{__typename}","extensions":{"x":"';
    const body = `${start}${'y'.repeat(8 * MIB - start.length - 3)}"}}`;
    expect(body.length).toBe(8 * MIB);
    expect((await app.post(body)).status).toBe(200);
  });

  test.each([8 * MIB + 1, 40 * MIB])('of %d bytes is too large, and told so', async (size) => {
    const answer = await app.post(' '.repeat(size));
    expect([answer.status, codesOf(answer)]).toEqual([413, ['BAD_USER_INPUT']]);
  });
});

describe('what is not there', () => {
  test('has a code, too', async () => {
    const response = await fetch(`${app.url}/nothing/here?x=1`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      errors: [{ message: 'There is nothing here.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  test.each(['PUT', 'DELETE', 'OPTIONS'])('%s /graphql names the methods', async (method) => {
    const response = await fetch(`${app.url}/graphql`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  test('is the way to HTTP/2: who offers it is answered as usual', async () => {
    const offer = request(`${app.url}/graphql?query={__typename}`, {
      headers: {
        ...bearer(),
        connection: 'Upgrade',
        upgrade: 'h2c',
        'apollo-require-preflight': 'yes',
      },
    }).end();
    const [{ statusCode }] = (await once(offer, 'response')) as [IncomingMessage];
    expect(statusCode).toBe(200);
    offer.destroy();
  });
});
