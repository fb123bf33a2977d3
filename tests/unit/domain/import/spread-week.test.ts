import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spreadWeek } from '../../../../src/domain/import/spread-week.js';

test('a week is spread over seven days that add up, what cannot be divided on the first', () => {
  expect(spreadWeek(100_000_000n)).toEqual([14_285_716n, ...Array<bigint>(6).fill(14_285_714n)]);
  expect(spreadWeek(3n)).toEqual([3n, 0n, 0n, 0n, 0n, 0n, 0n]);
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (amount) => {
      const [first = 0n, ...others] = spreadWeek(amount);
      expect(others).toHaveLength(6);
      expect(new Set(others).size).toBe(1);
      expect(first + others.reduce((sum, day) => sum + day, 0n)).toBe(amount);
      expect(first - (others[0] ?? 0n)).toBeLessThan(7n);
    }),
  );
});
