import { describe, expect, test } from '@jest/globals';
import { readNewPassword } from '../../../../src/domain/access/password.js';

const ADA = { email: 'ada.lovelace@example.com', name: 'Ada Lovelace' };
const FIELD = ['input', 'password'];

function read(text: string): unknown {
  const reading = readNewPassword(text, FIELD, ADA);
  return reading.ok ? reading.value : reading.error.map(({ field, code }) => [field, code]);
}

const INVALID = [[FIELD, 'INVALID']];

describe('a new password', () => {
  test('is taken as it was typed, spaces and all', () => {
    expect(read(' difference engine ')).toBe(' difference engine ');
  });

  test.each([
    [12, true],
    [11, false],
    [200, true],
    [201, false],
  ])('of %i characters is taken: %s', (length, isTaken) => {
    const text = '🦊'.repeat(length);
    expect(read(text)).toEqual(isTaken ? text : INVALID);
  });

  test('is well-formed Unicode', () => {
    expect(read('difference \ud800 engine')).toEqual(INVALID);
  });

  test.each([
    'ada.lovelace@example.com',
    'ADA.LOVELACE@EXAMPLE.COM',
    'ada.lovelace1815',
    'Ada Lovelace',
    '!! adalovelace !!',
  ])('is not the email or the name with something about it: %s', (text) => {
    expect(read(text)).toEqual(INVALID);
  });

  test('may hold the name with other words', () => {
    expect(read('ada lovelace likes engines')).toBe('ada lovelace likes engines');
  });

  test('of digits and signs is no name, whatever the name is made of', () => {
    const owner = { email: '1@2', name: '123' };
    expect(readNewPassword('8472 1950 3366', FIELD, owner).ok).toBe(true);
  });
});
