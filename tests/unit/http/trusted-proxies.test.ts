import { describe, expect, test } from '@jest/globals';
import { clientAddress, trustIn } from '../../../src/http/admission/trusted-proxies.js';

type Case = readonly [
  what: string,
  proxies: number | readonly string[],
  route: readonly [remoteAddress: string, forwardedFor?: string],
  expected: string,
];

describe('the address of a client', () => {
  test.each<Case>([
    [
      'with no proxy, is that of the connection, whatever is said',
      0,
      ['10.0.0.1', '9.9.9.9'],
      '10.0.0.1',
    ],
    ['behind one, is what that one says', 1, ['10.0.0.1', '8.8.8.8, 9.9.9.9'], '9.9.9.9'],
    ['behind two, is what the farther one says', 2, ['10.0.0.1', '8.8.8.8, 9.9.9.9'], '8.8.8.8'],
    ['is the farthest that is known', 3, ['10.0.0.1', '9.9.9.9'], '9.9.9.9'],
    ['is that of the connection where nothing is said', 1, ['10.0.0.1'], '10.0.0.1'],
    [
      'is the nearest outside of trusted networks',
      ['10.0.0.0/8'],
      ['10.0.0.1', '1.1.1.1, 9.9.9.9, 10.1.1.1'],
      '9.9.9.9',
    ],
    ['is that of a stranger who claims another', ['10.0.0.0/8'], ['9.9.9.9', '8.8.8.8'], '9.9.9.9'],
    [
      'is read through IPv6',
      ['10.0.0.1', 'fd00::/8'],
      ['::ffff:10.0.0.1', '9.9.9.9, fd00::1'],
      '9.9.9.9',
    ],
    ['is taken as it is where it is none', ['10.0.0.1'], ['10.0.0.1', 'unknown'], 'unknown'],
  ])('%s', (...[, proxies, [remoteAddress, forwardedFor], expected]) => {
    const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
    expect(clientAddress({ socket: { remoteAddress }, headers }, trustIn(proxies))).toBe(expected);
  });
});
