import { describe, expect, test } from '@jest/globals';

import { InvariantError } from '../../../../src/domain/errors.js';
import { exponentOf, isCurrency } from '../../../../src/domain/money/currency.js';

describe('currencies', () => {
  test.each([
    ['JPY', 0],
    ['KRW', 0],
    ['UYI', 0],
    ['EUR', 2],
    ['USD', 2],
    ['MRU', 2],
    ['XCG', 2],
    ['ZWG', 2],
    ['KWD', 3],
    ['IQD', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('%s has %i decimals', (code, exponent) => {
    expect(isCurrency(code)).toBe(true);
    expect(exponentOf(code)).toBe(exponent);
  });

  test.each(['', 'usd', 'Eur', 'EURO', 'EU', ' EUR', 'AAA', 'toString', '0', '2'])(
    '%j is no currency',
    (code) => {
      expect(isCurrency(code)).toBe(false);
      expect(() => exponentOf(code)).toThrow(InvariantError);
    },
  );

  test.each(['XAU', 'XAG', 'XDR', 'XXX', 'XTS'])('%s has no exponent', (code) => {
    expect(isCurrency(code)).toBe(false);
  });

  test.each(['DEM', 'HRK', 'ZWL', 'ANG', 'BGN'])('%s is no longer in use', (code) => {
    expect(isCurrency(code)).toBe(false);
  });
});
