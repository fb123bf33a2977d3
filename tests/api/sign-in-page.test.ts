import { describe, expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import { signInPage } from '../../src/http/sign-in/page.js';
import { serveSignIn } from '../../src/http/sign-in/sign-in-routes.js';
import { bearer, useApp } from '../support/test-app.js';

const app = useApp();

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${app.url}${path}`, { headers, redirect: 'manual' });
}

describe('the sign-in page', () => {
  test('is open, kept nowhere, and loads nothing from anywhere else', async () => {
    const page = await get('/sign-in', { accept: 'text/html' });
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const html = await page.text();
    const addresses = [...html.matchAll(/<(?:link|script|img)[^>]*(?:src|href)="([^"]*)"/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) {
      expect(address).toMatch(/^\/sign-in\/assets\//);
      expect([address, (await get(address)).status]).toEqual([address, 200]);
    }
  });

  test('may run and load nothing but its own, and is in nobody’s frame', async () => {
    const { headers } = await get('/sign-in');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(await (await get('/sign-in')).text()).not.toMatch(/<script>|style=|onclick/);
  });

  test('names every field for those who cannot see it', () => {
    const html = signInPage(null);
    const ids = [...html.matchAll(/<input id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(5);
    for (const id of ids) expect(html).toContain(`<label for="${String(id)}">`);
    expect(new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).size).toBe(
      [...html.matchAll(/ id="/g)].length,
    );
  });

  test('is filled in for a demo, as text and nothing else', () => {
    const html = signInPage({ email: 'a"><script>@x', password: 'p&"<w' });
    expect(html).toContain('value="a&quot;&gt;&lt;script&gt;@x"');
    expect(html).toContain('value="p&amp;&quot;&lt;w"');
    expect(html).not.toContain('<script>@');
    expect(signInPage(null)).not.toContain('demo');
  });

  test.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['203.0.113.7', false],
    ['2001:db8::127', false],
  ])('is asked from %s: filled in for a demo is %s', async (remoteAddress, isFilled) => {
    const server = fastify();
    serveSignIn(server, { demoSignIn: () => ({ email: 'a@b.test', password: 'of the demo' }) });
    const { body } = await server.inject({ url: '/sign-in', remoteAddress });
    expect(body.includes('of the demo')).toBe(isFilled);
    await server.close();
  });

  test.each([
    ['localhost:4000', true],
    ['paceline.localhost', true],
    ['127.0.0.1:4000', true],
    ['[::1]:4000', true],
    ['rebound.example', false],
    ['localhost.example:4000', false],
    ['127.0.0.1.example', false],
  ])('is asked by the name %s: filled in for a demo is %s', async (host, isFilled) => {
    const server = fastify();
    serveSignIn(server, { demoSignIn: () => ({ email: 'a@b.test', password: 'of the demo' }) });
    const { body } = await server.inject({ url: '/sign-in', headers: { host } });
    expect(body.includes('of the demo')).toBe(isFilled);
    await server.close();
  });

  test.each([
    ['?enter=demo', {}, true],
    ['?next=/brands&enter=demo', { 'sec-fetch-site': 'same-origin' }, true],
    ['?enter=demo', { 'sec-fetch-site': 'none' }, true],
    ['?enter=demo', { 'sec-fetch-site': 'cross-site' }, false],
    ['?enter=demo', { 'sec-fetch-site': 'same-site' }, false],
    ['?enter=other', {}, false],
    ['', {}, false],
  ])('asked with %s and %j, it enters the demo by itself: %s', async (query, headers, enters) => {
    const server = fastify();
    serveSignIn(server, { demoSignIn: () => ({ email: 'a@b.test', password: 'of the demo' }) });
    const { body } = await server.inject({ url: `/sign-in${query}`, headers });
    expect(body.includes('Opening the demo …')).toBe(enters);
    await server.close();
  });

  test('enters nothing where there is no demo, or for whoever comes from elsewhere', async () => {
    expect(await (await get('/sign-in?enter=demo')).text()).not.toContain('Opening');
    const server = fastify();
    serveSignIn(server, { demoSignIn: () => ({ email: 'a@b.test', password: 'of the demo' }) });
    const elsewhere = { url: '/sign-in?enter=demo', remoteAddress: '203.0.113.7' };
    expect((await server.inject(elsewhere)).body).not.toContain('Opening');
    await server.close();
  });

  test('says what to do where a password is forgotten', () => {
    expect(signInPage(null)).toMatch(/Forgotten your password\?[\s\S]*administrator/);
  });
});

describe('the playground', () => {
  test.each(['/playground', '/playground/examples.json', '/playground/assets/playground.js'])(
    '%s is shown to those whom we know',
    async (path) => {
      const stranger = await get(path);
      expect(stranger.status).toBe(401);
      expect(await stranger.json()).toMatchObject({
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
      expect((await get(path, bearer('unknown'))).status).toBe(401);
      expect((await get(path, bearer())).status).toBe(200);
    },
  );

  test('sends people to sign in and back', async () => {
    const response = await get('/playground?x=1&y', { accept: 'text/html,*/*' });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/sign-in?next=/playground%3Fx%3D1%26y');
  });
});
