import { describe, expect, test } from '@jest/globals';
import { formatCoins, formatMoney } from '../../../../web/src/kit/format/money.js';

describe('an amount on the screen', () => {
  test.each([
    [{ amount: '99.999999', currency: 'EUR' }, ['€99.99', '€99.999999']],
    [{ amount: '100', currency: 'EUR' }, ['€100.00', '€100.00']],
    [{ amount: '-0.5', currency: 'USD' }, ['-$0.50', '-$0.50']],
    [{ amount: '1234', currency: 'JPY' }, ['¥1,234', '¥1,234']],
    [{ amount: '1234.5', currency: 'JPY' }, ['¥1,234', '¥1,234.5']],
    [{ amount: '0.1234', currency: 'KWD' }, ['KWD 0.123', 'KWD 0.1234']],
  ])('of %j is cut in lists and exact elsewhere', (money, texts) => {
    expect([formatCoins(money), formatMoney(money)].map(withPlainSpaces)).toEqual(texts);
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
