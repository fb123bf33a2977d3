import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Throttle } from '../../../src/events/throttle.js';
import { ManualTimer } from '../../support/manual-timer.js';

const INTERVAL_MS = 250;

function throttled() {
  const timer = new ManualTimer();
  const emitted: { readonly value: string; readonly at: number }[] = [];
  const throttle = new Throttle<string>(INTERVAL_MS, timer, (value) => {
    emitted.push({ value, at: timer.now() });
  });
  return { timer, emitted, throttle };
}

describe('a throttle', () => {
  test('lets the first value through at once', () => {
    const { emitted, throttle } = throttled();
    throttle.offer('a', 'a1');
    expect(emitted).toEqual([{ value: 'a1', at: 0 }]);
  });

  test('lets the latest of what came since through when the interval is over', () => {
    const { timer, emitted, throttle } = throttled();
    for (const value of ['a1', 'a2', 'a3']) throttle.offer('a', value);
    timer.advance(INTERVAL_MS - 1);
    expect(emitted).toHaveLength(1);
    timer.advance(1);
    expect(emitted.at(-1)).toEqual({ value: 'a3', at: INTERVAL_MS });
  });

  test('holds a key no longer than an interval, and sets no timer when it holds none', () => {
    const { timer, emitted, throttle } = throttled();
    throttle.offer('a', 'a1');
    throttle.offer('a', 'a2');
    timer.advance(2 * INTERVAL_MS);
    expect(throttle.size).toBe(0);
    expect(timer.pending).toBe(0);
    throttle.offer('a', 'a3');
    expect(emitted.map(({ value }) => value)).toEqual(['a1', 'a2', 'a3']);
  });

  test('throttles each key by itself, with one timer for all', () => {
    const { timer, emitted, throttle } = throttled();
    throttle.offer('a', 'a1');
    timer.advance(100);
    throttle.offer('b', 'b1');
    throttle.offer('b', 'b2');
    throttle.offer('a', 'a2');
    expect(timer.pending).toBe(1);
    timer.advance(INTERVAL_MS);
    expect(emitted).toEqual([
      { value: 'a1', at: 0 },
      { value: 'b1', at: 100 },
      { value: 'a2', at: 250 },
      { value: 'b2', at: 350 },
    ]);
  });

  test('lets nothing through once closed', () => {
    const { timer, emitted, throttle } = throttled();
    throttle.offer('a', 'a1');
    throttle.offer('a', 'a2');
    throttle.close();
    timer.advance(INTERVAL_MS);
    expect(emitted).toHaveLength(1);
    expect(timer.pending).toBe(0);
  });

  test('whatever comes when, the last value arrives, in time, and never too often', () => {
    const offers = fc.array(
      fc.record({ key: fc.constantFrom('a', 'b', 'c'), gapMs: fc.integer({ min: 0, max: 400 }) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(offers, (steps) => {
        const { timer, emitted, throttle } = throttled();
        const last = new Map<string, { value: string; at: number }>();
        for (const [index, { key, gapMs }] of steps.entries()) {
          timer.advance(gapMs);
          const value = `${key}${index}`;
          last.set(key, { value, at: timer.now() });
          throttle.offer(key, value);
        }
        timer.advance(INTERVAL_MS);
        for (const [key, { value, at }] of last) {
          const ofKey = emitted.filter((emission) => emission.value.startsWith(key));
          expect(ofKey.at(-1)?.value).toBe(value);
          expect(ofKey.at(-1)?.at).toBeLessThanOrEqual(at + INTERVAL_MS);
          const gaps = ofKey.slice(1).map((emission, i) => emission.at - (ofKey[i]?.at ?? 0));
          expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(INTERVAL_MS);
        }
      }),
    );
  });
});
