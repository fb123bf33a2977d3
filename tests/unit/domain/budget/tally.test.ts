import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addToTally,
  countedMicros,
  EMPTY_TALLY,
  isExhausted,
  resetTally,
} from '../../../../src/domain/budget/tally.js';
import { spentOf, units } from '../../../support/facts.js';

describe('a tally', () => {
  test('is exhausted when what counts reaches the budget, never without one', () => {
    expect(isExhausted(spentOf(99.999999), units(100))).toBe(false);
    expect(isExhausted(spentOf(100), units(100))).toBe(true);
    expect(isExhausted(spentOf(1_000_000), null)).toBe(false);
  });

  test('a reset sets everything so far aside and keeps the true spend', () => {
    const tally = resetTally(spentOf(30));
    expect(tally).toEqual(spentOf(30, 30));
    expect(countedMicros(addToTally(tally, units(5)))).toBe(units(5));
  });

  test('a refund shrinks what was set aside first, and what counts is never negative', () => {
    const tally = addToTally(resetTally(spentOf(30)), units(-10));
    expect(tally).toEqual(spentOf(20, 20));
    expect(countedMicros(tally)).toBe(0n);
  });

  test('whatever is added, refunded and reset, the true spend is the sum of all entries', () => {
    const steps = fc.array(fc.oneof(fc.bigInt({ min: -100n, max: 100n }), fc.constant('reset')));
    fc.assert(
      fc.property(steps, (all) => {
        let tally = EMPTY_TALLY;
        let sum = 0n;
        for (const step of all) {
          if (typeof step === 'bigint') sum += step;
          tally = typeof step === 'bigint' ? addToTally(tally, step) : resetTally(tally);
          expect(countedMicros(tally)).toBeGreaterThanOrEqual(0n);
          expect(tally.offsetMicros).toBeGreaterThanOrEqual(0n);
        }
        expect(tally.trueSpentMicros).toBe(sum);
      }),
    );
  });
});
