import { describe, expect, test } from '@jest/globals';
import { RecentMap } from '../../../src/platform/recent-map.js';

describe('a map of what was used last', () => {
  test('keeps as many as it is for, and at most twice as many', () => {
    const map = new RecentMap<number, string>(10);
    const keys = Array.from({ length: 1_000 }, (_, n) => n);
    for (const key of keys) map.set(key, `value ${key}`);
    const kept = keys.filter((key) => map.get(key) !== undefined);
    expect(kept.length).toBeGreaterThanOrEqual(10);
    expect(kept.length).toBeLessThanOrEqual(20);
    expect(kept).toContain(999);
    expect(kept).not.toContain(0);
  });

  test('keeps what is used, however much comes after it', () => {
    const map = new RecentMap<string, number>(4);
    map.set('used', 1);
    for (let n = 0; n < 100; n += 1) {
      map.set(`other ${n}`, n);
      expect(map.get('used')).toBe(1);
    }
  });

  test('has the value that was set last, also of what it kept from before', () => {
    const map = new RecentMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.set('a', 3);
    expect(map.get('a')).toBe(3);
    expect(map.get('c')).toBeUndefined();
  });
});
