import { describe, expect, test } from '@jest/globals';
import { hashToken, newKeyToken, newToken } from '../../../src/auth/token.js';

describe('a token', () => {
  test('is 32 bytes that a URL can hold, and never the same', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(new Set(tokens).size).toBe(100);
  });

  test('of a key begins with what it is known by', () => {
    const { token, prefix } = newKeyToken();
    expect(prefix).toMatch(/^pcl_[0-9a-f]{8}$/);
    expect(token).toMatch(/^pcl_[0-9a-f]{8}_[\w-]{43}$/);
    expect(token.startsWith(`${prefix}_`)).toBe(true);
  });

  test('is kept as its SHA-256 digest', () => {
    // From the examples of FIPS 180-2.
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(hashToken('abc')).toBe(digest);
  });
});
