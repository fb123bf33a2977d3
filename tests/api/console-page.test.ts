import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import { serveConsole } from '../../src/http/console/console-routes.js';
import { bearer, useApp } from '../support/test-app.js';

const app = useApp();
const PAGE = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

function get(path: string, headers: Record<string, string> = PAGE): Promise<Response> {
  return fetch(`${app.url}${path}`, { headers, redirect: 'manual' });
}

interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks for an address as it stands, which `fetch` would tidy up; gives status, headers and body. */
async function getRaw(path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const asked = request(app.url, { path, headers }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const body = Buffer.concat((await response.toArray()) as Buffer[]);
  return { status: response.statusCode, headers: response.headers, body };
}

function nonceOf({ headers }: Response): string {
  const policy = headers.get('content-security-policy') ?? '';
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
}

/** What the page loads, as addresses. */
async function loadedByPage(): Promise<readonly string[]> {
  const html = await (await get('/')).text();
  return [...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]*)"/g)].map(
    ([, address = '']) => address,
  );
}

async function scriptOfPage(): Promise<string> {
  return (await loadedByPage()).find((address) => address.endsWith('.js')) ?? '';
}

describe('the page of the console', () => {
  test.each(['/', '/campaigns/campaign_01', '/brands?status=ACTIVE', '/settings/people'])(
    'is at %s, open and kept nowhere',
    async (path) => {
      const { status, headers } = await get(path);
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test('has another nonce each time, in its policy and in itself', async () => {
    const pages = await Promise.all([get('/'), get('/'), get('/campaigns')]);
    const nonces = pages.map(nonceOf);
    expect(new Set(nonces).size).toBe(pages.length);
    for (const [index, page] of pages.entries()) {
      const html = await page.text();
      expect(html).toContain(`nonce="${nonces[index] ?? ''}"`);
      expect(html).not.toContain('__CSP_NONCE__');
    }
  });

  test('may do nothing that is not ours', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    const directives = new Map(
      policy.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources.join(' ').replace(/'nonce-[^']+'/, "'nonce'")];
      }),
    );
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self' 'nonce'",
      'font-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'manifest-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(await (await get('/')).text()).not.toMatch(/<script>|<style>|style=|onclick/);
  });

  test('is for those who want a page; others are told that there is nothing', async () => {
    for (const headers of [{ accept: 'application/json' }, { accept: '*/*' }]) {
      const response = await get('/campaigns', headers);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        404,
        'application/json; charset=utf-8',
      ]);
      expect((await get('/', headers)).status).toBe(200);
    }
  });

  test.each([
    '/assets/nothing.js',
    '/auth/nothing',
    '/docs/nothing',
    '/graphql/nothing',
    '/healthz/nothing',
    '/metrics/nothing',
    '/playground/nothing',
    '/readyz/nothing',
    '/sign-in/nothing',
  ])('is not at %s, where something else is missing', async (path) => {
    const response = await get(path, { ...PAGE, ...bearer() });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  test('is asked for with GET or HEAD alone', async () => {
    const head = await fetch(app.url, { method: 'HEAD', headers: PAGE });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(nonceOf(head)).not.toBe('');
    const posted = await fetch(`${app.url}/campaigns`, { method: 'POST', headers: PAGE });
    expect(posted.status).toBe(404);
  });
});

describe('what the page loads', () => {
  test('is all here, and kept for ever where its name changes with it', async () => {
    const addresses = await loadedByPage();
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) {
      expect(address).toMatch(/^\/[^/]/);
      const { status, headers } = await get(address, {});
      const caching = address.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache';
      expect([address, status, headers.get('cache-control')]).toEqual([address, 200, caching]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('is sent as small as the browser takes it', async () => {
    const script = await scriptOfPage();
    const plain = await getRaw(script);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const brotli = await getRaw(script, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect([brotli.headers['content-encoding'], brotli.headers.vary]).toEqual([
      'br',
      'accept-encoding',
    ]);
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    const gzip = await getRaw(script, { 'accept-encoding': 'gzip, br;q=0' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(brotli.body.length).toBeLessThan(gzip.body.length);
  });

  test('is not sent to who has it', async () => {
    const script = await scriptOfPage();
    const etag = (await get(script)).headers.get('etag') ?? '';
    expect((await get(script, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(script, { 'if-none-match': '"another"' })).status).toBe(200);
  });

  test.each(['/icon.svg', '/favicon.ico'])('has %s', async (path) => {
    const { status, headers } = await get(path, {});
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  });

  test.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/app.js',
    '/assets/..%5c..%5capp.js',
    '/../dist/app.js',
    '/assets/%00',
    '/.build.json',
    '/index.html',
    '/assets/',
  ])('has no %s', async (path) => {
    const { status, headers } = await getRaw(path);
    expect([400, 404]).toContain(status);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
  });
});

test('a console that is not built says what to do, and everything else is as it was', async () => {
  const server = fastify();
  serveConsole(server, null);
  const page = await server.inject({ url: '/campaigns', headers: PAGE });
  expect(page.statusCode).toBe(503);
  expect(page.body).toContain('npm run build');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect((await server.inject({ url: '/icon.svg' })).statusCode).toBe(404);
  await server.close();
});
