import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { inTurns } from '../../../src/platform/in-turns.js';

describe('a row of callers', () => {
  it('is dealt with in order, a few in each turn', async () => {
    const dealtWith: number[] = [];
    const afterEachTurn: number[] = [];
    inTurns([0, 1, 2, 3, 4, 5, 6, 7, 8], 4, (n) => dealtWith.push(n));
    expect(dealtWith).toEqual([]);
    while (dealtWith.length < 9) {
      await nextTurn();
      afterEachTurn.push(dealtWith.length);
    }
    expect(dealtWith).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(Math.max(...afterEachTurn.map((n, i) => n - (afterEachTurn[i - 1] ?? 0)))).toBe(4);
  });

  it('may be empty', () => {
    inTurns([], 4, () => {
      throw new Error('there is nobody');
    });
  });
});
