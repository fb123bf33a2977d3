import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  DECIMAL_PATTERN,
  formatMicros,
  MAX_COUNTER_MICROS,
  parseAmount,
  parseDecimal,
  SPEND_DECIMALS,
} from '../../../../src/domain/money/micros.js';
import { err, ok } from '../../../../src/domain/result.js';

const counters = fc.bigInt({ min: -MAX_COUNTER_MICROS, max: MAX_COUNTER_MICROS });
const digits = fc.stringMatching(/^\d{1,30}$/);

describe('the spelling of a decimal', () => {
  test.each(['0', '-0', '0.0', '12.5', '-12.50', '9'.repeat(30), `1.${'0'.repeat(30)}`])(
    '%s is a decimal',
    (text) => {
      expect(DECIMAL_PATTERN.test(text)).toBe(true);
    },
  );

  test.each([
    ...['', '-', '.5', '5.', '+1', '01', '00', '-01', '1e3', '1E3', '0x1', '1_000', '1,5', ' 1'],
    ...['1 ', '1\n', 'NaN', 'Infinity', '--1', '1.2.3', '٣', '−1', '9'.repeat(31)],
    `1.${'0'.repeat(31)}`,
  ])('%j is none', (text) => {
    expect(DECIMAL_PATTERN.test(text)).toBe(false);
  });

  test('a decimal of any length is read without losing a digit', () => {
    fc.assert(
      fc.property(fc.boolean(), digits, fc.option(digits), (isNegative, whole, fraction) => {
        const text = (isNegative ? '-' : '') + whole + (fraction === null ? '' : `.${fraction}`);
        expect(parseDecimal(text)).toEqual({
          unscaled: BigInt(`${isNegative ? '-' : ''}${whole}${fraction ?? ''}`),
          decimals: fraction?.length ?? 0,
        });
      }),
    );
  });
});

describe('amounts', () => {
  test.each([
    ['0.000001', 6, 1n],
    ['12.5', 2, 12_500_000n],
    ['100', 0, 100_000_000n],
    ['99.999999', 6, 99_999_999n],
    ['0.0001', 4, 100n],
    ['999999999999.999999', 6, 999_999_999_999_999_999n],
  ])('%s with at most %i decimals is an amount', (text, maxDecimals, micros) => {
    expect(parseAmount(text, maxDecimals)).toEqual(ok(micros));
  });

  test.each([
    ['1.0', 0],
    ['12.500', 2],
    ['0.0000010', 6],
    ['0.000', 2],
    ['-1.234', 2],
    [`1000000000000.${'0'.repeat(30)}`, 6],
  ])('%s has more than %i decimals as it was sent', (text, maxDecimals) => {
    expect(parseAmount(text, maxDecimals)).toEqual(err('TOO_PRECISE'));
  });

  test.each(['0', '-0', '0.00', '-0.01', '-5', '1000000000000', '9'.repeat(30)])(
    '%s is zero, negative or too large',
    (text) => {
      expect(parseAmount(text, 2)).toEqual(err('OUT_OF_RANGE'));
    },
  );

  test('what is printed is read back as the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }), (micros) => {
        expect(parseAmount(formatMicros(micros), SPEND_DECIMALS)).toEqual(ok(micros));
      }),
    );
  });

  test('trailing zeros do not change an amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.nat(4), (cents, zeros) => {
        const text = `${(cents / 100).toFixed(2)}${'0'.repeat(zeros)}`;
        expect(parseAmount(text, SPEND_DECIMALS)).toEqual(ok(BigInt(cents) * 10_000n));
      }),
    );
  });
});

describe('printed amounts', () => {
  test.each([
    [0n, '0'],
    [12_500_000n, '12.5'],
    [-500_000n, '-0.5'],
    [1n, '0.000001'],
    [-1n, '-0.000001'],
    [100_000_000n, '100'],
    [MAX_COUNTER_MICROS, '9000000000000'],
  ])('%d micros are printed as %s', (micros, text) => {
    expect(formatMicros(micros)).toBe(text);
  });

  test('every sum is printed as a decimal without trailing zeros that has its value', () => {
    fc.assert(
      fc.property(counters, (micros) => {
        const text = formatMicros(micros);
        expect(text).toMatch(DECIMAL_PATTERN);
        expect(text).not.toMatch(/\.\d*0$|^-0$/);
        const { unscaled, decimals } = parseDecimal(text);
        expect(unscaled * 10n ** BigInt(SPEND_DECIMALS - decimals)).toBe(micros);
      }),
    );
  });
});
