import { describe, expect, test } from '@jest/globals';
import { getOperationAST, OperationTypeNode, parse } from 'graphql';
import { type Example, examplesFor } from '../../src/http/playground/examples.js';
import { RawSocket } from '../support/raw-socket.js';
import { bearer, codesOf, useApp } from '../support/test-app.js';

const app = useApp();

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${app.url}${path}`, { headers: { ...bearer(), ...headers }, redirect: 'manual' });
}

/** Everything that a page tells a browser to load. */
function loadedBy(html: string): readonly string[] {
  return [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);
}

describe('the playground', () => {
  test('loads nothing from anywhere else', async () => {
    const page = await get('/playground');
    const addresses = loadedBy(await page.text());
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) {
      expect(address).toMatch(/^\/playground(\/|$)/);
      const response = await get(address);
      expect([address, response.status]).toEqual([address, 200]);
      expect((await response.text()).length).toBeGreaterThan(50);
    }
  });

  test('styles load nothing either', async () => {
    for (const name of ['graphiql.css', 'playground.css']) {
      const text = await (await get(`/playground/assets/${name}`)).text();
      const addresses = [...text.matchAll(/url\(([^)]*)\)|@import/g)].map(
        ([, address = '']) => address,
      );
      expect(addresses.filter((address) => !/^['"]?data:/.test(address))).toEqual([]);
    }
  });

  test('may not even try, nor run a script of its page', async () => {
    const policy = (await get('/playground')).headers.get('content-security-policy') ?? '';
    const sources = policy.split('; ').flatMap((directive) => directive.split(' ').slice(1));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(
      sources.filter((source) => !/^('self'|'none'|data:|'unsafe-inline')$/.test(source)),
    ).toEqual([]);
  });

  test('is loaded once', async () => {
    const first = await get('/playground/assets/graphiql.js', { 'accept-encoding': 'gzip' });
    await first.arrayBuffer();
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const etag = first.headers.get('etag') ?? '';
    const second = await get('/playground/assets/graphiql.js', { 'if-none-match': etag });
    expect(second.status).toBe(304);
  });

  test.each(['nothing.js', '..%2f..%2fpage.ts', '%2e%2e%2fpage.js'])('has no %s', async (name) => {
    expect((await get(`/playground/assets/${name}`)).status).toBe(404);
  });
});

describe('the examples', () => {
  const isWatching = ({ query }: Example): boolean =>
    getOperationAST(parse(query))?.operation === OperationTypeNode.SUBSCRIPTION;

  test('work one after the other, as they stand', async () => {
    const overview = await app.ask(examplesFor(null)[0]?.query ?? '');
    expect(codesOf(overview)).toEqual([]);
    const created = await app.ask(
      examplesFor(null)[1]?.query ?? '',
      examplesFor(null)[1]?.variables,
    );
    const brand = created.body.data as { createBrand: { brand: { id: string } } };
    const examples: unknown = await (
      await get(`/playground/examples.json?brandId=${brand.createBrand.brand.id}`)
    ).json();
    expect(examples).toEqual(examplesFor(brand.createBrand.brand.id));
    for (const { query, variables } of examplesFor(brand.createBrand.brand.id).filter(
      (example) => !isWatching(example),
    )) {
      const { body } = await app.ask(query, variables);
      expect(body.errors).toBeUndefined();
      expect(JSON.stringify(body.data)).not.toMatch(/"userErrors":\[\{/);
    }
  });

  test('watch what the others do', async () => {
    const socket = await RawSocket.open(app.socketUrl);
    for (const [index, { query }] of examplesFor(null).filter(isWatching).entries()) {
      socket.say({ id: String(index), type: 'subscribe', payload: { query } });
    }
    expect(await socket.ask('last', '{ __typename }')).toMatchObject({ id: 'last', type: 'next' });
    await socket.close();
  });
});
