import { describe, expect, test } from '@jest/globals';
import { formatCoins, formatMoney } from '../../../../web/src/kit/format/money.js';

describe('an amount on the screen', () => {
  test.each([
    ['99.999999', 'EUR', '€99.99', '€99.999999'],
    ['100', 'EUR', '€100.00', '€100.00'],
    ['-0.5', 'USD', '-$0.50', '-$0.50'],
    ['1234', 'JPY', '¥1,234', '¥1,234'],
    ['1234.5', 'JPY', '¥1,234', '¥1,234.5'],
    ['0.1234', 'KWD', 'KWD 0.123', 'KWD 0.1234'],
  ])('of %s %s is cut in lists and exact elsewhere', (amount, currency, coins, exact) => {
    const money = { amount, currency };
    expect([formatCoins(money), formatMoney(money)].map(withPlainSpaces)).toEqual([coins, exact]);
  });

  test('keeps every digit of what no float holds', () => {
    const money = { amount: '999999999999.999999', currency: 'EUR' };
    expect(formatMoney(money)).toBe('€999,999,999,999.999999');
    expect(formatMoney({ amount: '9007199254740993.01', currency: 'EUR' })).toBe(
      '€9,007,199,254,740,993.01',
    );
  });
});

function withPlainSpaces(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}
