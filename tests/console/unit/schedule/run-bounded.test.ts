import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runBounded } from '../../../../web/src/features/schedule/copy/run-bounded.js';

describe('running tasks a few at a time', () => {
  test('runs each item once and in order, and never more than the limit at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 3 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        async (turns, limit) => {
          const begun: number[] = [];
          let atOnce = 0;
          let most = 0;
          const { signal } = new AbortController();
          await runBounded([...turns.entries()], { limit, signal }, async ([index, count]) => {
            begun.push(index);
            atOnce += 1;
            most = Math.max(most, atOnce);
            for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
            atOnce -= 1;
          });
          expect(begun).toEqual([...turns.keys()]);
          expect(most).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });

  test('begins no further one once it is stopped, and waits for those begun', async () => {
    const abort = new AbortController();
    const done: number[] = [];
    await runBounded([1, 2, 3, 4, 5], { limit: 2, signal: abort.signal }, async (item) => {
      await Promise.resolve();
      done.push(item);
      if (item === 2) abort.abort();
    });
    expect(done).toContain(2);
    expect(done.length).toBeLessThan(5);
  });
});
