import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { bearer, useApp } from '../support/test-app.js';

const app = useApp();

/** Where each source is read: docs/api.md is /docs/api, and an index is its folder. */
const SOURCES = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && path !== 'README.md')
  .map((path) => `/docs/${path.replaceAll('\\', '/').replace(/(?:\/README)?\.md$/, '')}`);
const PAGES = ['/docs', '/docs/about', '/docs/CHANGELOG', ...SOURCES];

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${app.url}${path}`, { headers: { ...bearer(), ...headers }, redirect: 'manual' });
}

function matchesOf(html: string, pattern: RegExp): readonly string[] {
  return [...html.matchAll(pattern)].map(([, found = '']) => found);
}

const pages = new Map<string, string>();

beforeAll(async () => {
  for (const path of PAGES) pages.set(path, await (await get(path)).text());
});

describe.each(PAGES)('%s', (path) => {
  const html = (): string => pages.get(path) ?? '';

  test('is there, runs nothing, and has one heading of the first level', async () => {
    const { status, headers } = await get(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src|https?:|\*/);
    expect(html()).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    expect(matchesOf(html(), /<(h1)[ >]/g)).toHaveLength(1);
  });

  test('has its headings under names of their own', () => {
    const ids = matchesOf(html(), / id="([^"]*)"/g);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('links to what is there, and shows and loads nothing from elsewhere', async () => {
    const links = matchesOf(html(), /<a [^>]*?href="([^"]*)"/g);
    const loaded = matchesOf(html(), /<(?:link|img)[^>]*?(?:src|href)="([^"]*)"/g);
    for (const address of loaded) expect(address).toMatch(/^\/docs\//);
    for (const link of [...links, ...loaded].filter((one) => !/^https?:/.test(one))) {
      expect([link, await problemOf(link)]).toEqual([link, null]);
    }
  });

  /** Why a link leads nowhere; null if it does not. */
  async function problemOf(link: string): Promise<string | null> {
    const [address = '', heading] = link.split('#');
    const target = address === '' ? path : address;
    if (heading === undefined) {
      const { status } = await get(target, { accept: 'text/html' });
      return status === 200 ? null : `it is answered ${status}`;
    }
    return pages.get(target)?.includes(` id="${heading}"`) ? null : 'there is no such heading';
  }
});

describe('the documentation', () => {
  test('names every page in the navigation or the index of the decisions', () => {
    const links = ['/docs', '/docs/decisions'].flatMap((path) =>
      matchesOf(pages.get(path) ?? '', /href="([^"#]*)"/g),
    );
    expect(links).toEqual(expect.arrayContaining(PAGES));
  });

  test('has its pictures and the schema beside it', async () => {
    const types = await Promise.all(
      ['docs/images/processes.svg', 'docs/images/playground.png', 'src/schema/schema.graphql'].map(
        async (path) => (await get(`/docs/files/${path}`)).headers.get('content-type'),
      ),
    );
    expect(types).toEqual(['image/svg+xml', 'image/png', 'text/plain; charset=utf-8']);
  });

  test('is not sent to who has it, and compressed to who has not', async () => {
    const first = await get('/docs/api', { 'accept-encoding': 'br' });
    expect(first.headers.get('content-encoding')).toBe('br');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag') ?? '';
    expect((await get('/docs/api', { 'if-none-match': etag })).status).toBe(304);
  });

  test.each(['nothing', '../app.js', '%2e%2e/app.js', 'api.html', '.build.json'])(
    'has no %s',
    async (name) => {
      expect((await get(`/docs/${name}`)).status).toBe(404);
    },
  );

  test('is shown to those whom we know; people are sent to sign in and back', async () => {
    for (const path of ['/docs/security', '/docs/files/src/schema/schema.graphql']) {
      expect((await get(path, bearer('unknown'))).status).toBe(401);
    }
    const response = await get('/docs/security', { ...bearer('unknown'), accept: 'text/html' });
    expect([response.status, response.headers.get('location')]).toEqual([
      302,
      '/sign-in?next=/docs/security',
    ]);
  });
});

describe('in the demo', () => {
  const demo = useApp({ DEMO: 'on' });

  test('the documentation is open', async () => {
    expect((await fetch(`${demo.url}/docs/api`)).status).toBe(200);
  });
});
