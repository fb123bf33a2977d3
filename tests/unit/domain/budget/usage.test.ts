import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isExhausted } from '../../../../src/domain/budget/tally.js';
import { usageOf } from '../../../../src/domain/budget/usage.js';

const COUNTERS = fc.bigInt({ min: 0n, max: 9n * 10n ** 18n });
const CAPS = fc.bigInt({ min: 1n, max: 10n ** 18n });

describe('usageOf', () => {
  test('sets what was reset aside apart from what was spent', () => {
    const usage = usageOf({ trueSpentMicros: 70n, offsetMicros: 50n }, 100n);
    expect(usage).toEqual({
      spentMicros: 20n,
      trueSpentMicros: 70n,
      budgetMicros: 100n,
      remainingMicros: 80n,
      utilization: 0.2,
    });
  });

  test('has neither remainder nor utilization without a cap', () => {
    const usage = usageOf({ trueSpentMicros: 70n, offsetMicros: 0n }, null);
    expect(usage).toMatchObject({ budgetMicros: null, remainingMicros: null, utilization: null });
  });

  test('shows an overspent cap with a negative remainder, not clamped', () => {
    const usage = usageOf({ trueSpentMicros: 150n, offsetMicros: 0n }, 100n);
    expect(usage).toMatchObject({ remainingMicros: -50n, utilization: 1.5 });
  });

  test('is at least 1 if and only if the budget is exhausted, one micro apart', () => {
    const property = fc.property(CAPS, fc.constantFrom(-1n, 0n, 1n), (cap, off) => {
      const tally = { trueSpentMicros: cap + off, offsetMicros: 0n };
      const { utilization } = usageOf(tally, cap);
      expect(utilization !== null && utilization >= 1).toBe(isExhausted(tally, cap));
    });
    fc.assert(property);
  });

  test('never lets a cap and what remains of it differ by anything but what was spent', () => {
    const property = fc.property(COUNTERS, COUNTERS, CAPS, (spent, set, cap) => {
      const offsetMicros = set < spent ? set : spent;
      const usage = usageOf({ trueSpentMicros: spent, offsetMicros }, cap);
      expect(usage.spentMicros).toBe(spent - offsetMicros);
      expect(usage.remainingMicros).toBe(cap - usage.spentMicros);
    });
    fc.assert(property);
  });
});
