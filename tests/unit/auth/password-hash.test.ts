import { describe, expect, test } from '@jest/globals';
import { hashPassword, needsRehash, verifyPassword } from '../../../src/auth/password-hash.js';

const PASSWORD = 'the difference engine';
const PHC = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/;

describe('the hash of a password', () => {
  test('is a PHC string with a salt of its own', async () => {
    const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    expect(one).toMatch(PHC);
    expect(one).not.toBe(other);
    expect(needsRehash(one)).toBe(false);
  });

  test('fits its password alone', async () => {
    const hash = await hashPassword(PASSWORD);
    expect(await verifyPassword(PASSWORD, hash)).toBe(true);
    expect(await verifyPassword(`${PASSWORD}s`, hash)).toBe(false);
    expect(await verifyPassword('', hash)).toBe(false);
  });

  test('is what the reference implementation makes of it', async () => {
    const hash =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword('password', hash)).toBe(true);
    expect(needsRehash(hash)).toBe(true);
  });

  test('fits the same text in another form of Unicode', async () => {
    const hash = await hashPassword('caf\u00e9 of the engine');
    expect(await verifyPassword('cafe\u0301 of the engine', hash)).toBe(true);
  });

  test('of nobody fits nothing, nor does one that cannot be read', async () => {
    expect(await verifyPassword(PASSWORD, null)).toBe(false);
    expect(await verifyPassword(PASSWORD, '$2b$10$unreadable')).toBe(false);
    expect(needsRehash('$2b$10$unreadable')).toBe(true);
  });
});
