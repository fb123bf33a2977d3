import { describe, expect, test } from '@jest/globals';
import { isCrossSite, isTrustedOrigin } from '../../../src/http/admission/origin-policy.js';

const policy = {
  publicUrl: () => 'https://paceline.example.com',
  allowedOrigins: ['https://console.example.com'],
};
const host = 'internal:4000';

describe('a request with a session', () => {
  test.each([
    ['of a program, which says nothing', {}, false],
    [
      'of our page',
      { origin: 'https://paceline.example.com', 'sec-fetch-site': 'same-origin' },
      false,
    ],
    ['of our page under the address that was asked', { origin: 'http://internal:4000' }, false],
    [
      'of an allowed page',
      { origin: 'https://console.example.com', 'sec-fetch-site': 'same-site' },
      false,
    ],
    ['typed in by its user', { 'sec-fetch-site': 'none' }, false],
    ['of another page', { origin: 'https://evil.example' }, true],
    ['of another page that hides its origin', { origin: 'null' }, true],
    ['of another page of our site', { 'sec-fetch-site': 'same-site' }, true],
    ['that followed a link', { 'sec-fetch-site': 'cross-site' }, true],
    ['of another port', { origin: 'http://internal:4001' }, true],
    [
      'of a page whose name begins like ours',
      { origin: 'https://paceline.example.com.evil' },
      true,
    ],
  ])('%s: cross-site %s', (_what, headers, expected) => {
    expect(isCrossSite({ host, ...headers }, policy)).toBe(expected);
  });
});

test('on a socket a session counts only with a trusted origin', () => {
  const trusts = (origin?: string): boolean =>
    isTrustedOrigin({ host, ...(origin !== undefined && { origin }) }, policy);
  expect(trusts('https://paceline.example.com')).toBe(true);
  expect(trusts('https://console.example.com')).toBe(true);
  expect(trusts('http://internal:4000')).toBe(true);
  expect(trusts('https://evil.example')).toBe(false);
  expect(trusts('null')).toBe(false);
  expect(trusts()).toBe(false);
  expect(isTrustedOrigin({ origin: 'null' }, policy)).toBe(false);
});
