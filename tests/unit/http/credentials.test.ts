import { describe, expect, test } from '@jest/globals';
import { bearerIn, bearerOfSocket } from '../../../src/http/admission/bearer-token.js';
import { sessionCookie, sessionTokenIn } from '../../../src/http/admission/session-cookie.js';

const TOKEN = 'A_-b'.repeat(11).slice(0, 43);

describe('the Authorization header', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['Basic abc', null],
    ['Bearerabc', null],
    ['Bearer abc', 'abc'],
    ['bearer   abc', 'abc'],
    ['BEARER a token with spaces ', 'a token with spaces'],
    ['Bearer', ''],
    ['Bearer ', ''],
  ])('%j holds the token %j', (header, token) => {
    expect(bearerIn(header)).toBe(token);
  });
});

describe('what a socket introduces itself with', () => {
  test.each([
    [{}, null],
    [{ authorization: null }, null],
    [{ authorization: ' ' }, null],
    [{ authorization: 'Bearer abc' }, 'abc'],
    [{ Authorization: 'bearer abc' }, 'abc'],
    [{ AUTHORIZATION: 'abc' }, 'abc'],
    [{ headers: { authorization: 'abc' } }, null],
  ])('%j holds the token %j', (params, token) => {
    expect(bearerOfSocket(params)).toBe(token);
  });
});

describe('the cookie header', () => {
  test.each([
    [undefined, null],
    [`paceline_session=${TOKEN}`, TOKEN],
    [`a=b; paceline_session=${TOKEN};c=d`, TOKEN],
    [`a=paceline_session=${TOKEN}`, null],
    [`xpaceline_session=${TOKEN}`, null],
    [`PACELINE_SESSION=${TOKEN}`, null],
    [`paceline_session=${TOKEN}; paceline_session=${TOKEN}`, null],
    [`paceline_session="${TOKEN}"`, null],
    [`paceline_session=${TOKEN}x`, null],
    ['paceline_session=', null],
  ])('%j holds the token %j', (cookie, token) => {
    expect(sessionTokenIn(cookie === undefined ? {} : { cookie })).toBe(token);
  });
});

test('a session is kept from scripts and other sites, and from plain HTTP where there is TLS', () => {
  expect(sessionCookie(TOKEN, { maxAgeSeconds: 60, secure: true })).toBe(
    `paceline_session=${TOKEN}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure`,
  );
  expect(sessionCookie('', { maxAgeSeconds: 0, secure: false })).toBe(
    'paceline_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
  );
});
