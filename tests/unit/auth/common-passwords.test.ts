import { describe, expect, test } from '@jest/globals';
import { isCommonPassword } from '../../../src/auth/common-passwords.js';

describe('a common password', () => {
  test.each([
    'password1234',
    'Password2024!',
    'p@ssw0rd1234',
    '123456789012',
    '210987654321',
    'abcdefghijkl',
    'qwertyuiop12',
    '1q2w3e4r5t6y',
    'aaaaaaaaaaaa',
    'abababababab',
    'correctcorrect',
    'sunshine123456789',
    'iloveyou!!!!',
    'PASSWORDPASSWORD',
  ])('is %s', async (password) => {
    expect(await isCommonPassword(password)).toBe(true);
  });

  test.each([
    'correct horse battery staple',
    'xK7#pQ9!vR2$',
    'the difference engine',
    'elephant 92 kettle',
    'vienna84rooftop',
    '🦊🐢🦉🐝🐳🦔 forest',
  ])('is not %s', async (password) => {
    expect(await isCommonPassword(password)).toBe(false);
  });
});
