import { describe, expect, test } from '@jest/globals';

import { IdFactory } from '../../../src/domain/ids.js';
import { idSources } from '../../../src/platform/id-sources.js';

describe('the sources of ids', () => {
  test('random integers have 32 bits and do not repeat from one pool to the next', () => {
    const { randomUint32 } = idSources();
    const drawn = Array.from({ length: 5_000 }, randomUint32);
    expect(drawn.every((one) => Number.isInteger(one) && one >= 0 && one < 2 ** 32)).toBe(true);
    expect(new Set(drawn).size).toBeGreaterThan(4_990);
  });

  test('the real time is that of this machine, in microseconds', () => {
    const { realMicros } = idSources();
    const [before, micros, after] = [Date.now() - 1_000, realMicros() / 1_000, Date.now() + 1_000];
    expect(micros).toBeGreaterThan(before);
    expect(micros).toBeLessThan(after);
  });

  test('ids made of them for one instant are all different and sort by their making', () => {
    const factory = new IdFactory(idSources());
    const ids = Array.from({ length: 50_000 }, () => factory.next(0));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
