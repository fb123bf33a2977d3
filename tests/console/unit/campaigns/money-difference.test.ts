import { expect, test } from '@jest/globals';
import {
  compareMoney,
  isNothing,
  moneyDifference,
  shareOf,
} from '../../../../web/src/features/campaigns/money-difference.js';

const euros = (amount: string) => ({ amount, currency: 'EUR' });

test.each([
  ['45', '45.614', '-0.614'],
  ['9000000000.1', '0.000001', '9000000000.099999'],
  ['0.3', '0.1', '0.2'],
  ['5', '5', '0'],
])('%s less %s is %s, exactly', (whole, part, rest) => {
  expect(moneyDifference(euros(whole), euros(part))).toEqual(euros(rest));
});

test('amounts are compared as numbers, not as texts', () => {
  expect(compareMoney(euros('9'), euros('10'))).toBeLessThan(0);
  expect(compareMoney(euros('1.5'), euros('1.50'))).toBe(0);
  expect(isNothing(euros('0'))).toBe(true);
});

test('a bar is never longer than whole, nor shorter than nothing', () => {
  expect(shareOf(euros('1'), euros('4'))).toBe(0.25);
  expect(shareOf(euros('5'), euros('4'))).toBe(1);
  expect(shareOf(euros('-5'), euros('4'))).toBe(0);
  expect(shareOf(euros('0'), euros('0'))).toBe(0);
});
