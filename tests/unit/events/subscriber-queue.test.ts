import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SubscriberQueue } from '../../../src/events/subscriber-queue.js';

const LATEST_LAST = { capacity: 3, replacement: 'TO_THE_END' } as const;
const IN_PLACE = { capacity: 3, replacement: 'IN_PLACE' } as const;

describe('a subscriber queue', () => {
  test('gives items in the order in which they came', async () => {
    const queue = new SubscriberQueue<string>(LATEST_LAST);
    expect(queue.offer('a', 'a1')).toBe('ADDED');
    expect(queue.offer('b', 'b1')).toBe('ADDED');
    expect([await queue.take(), await queue.take()]).toEqual(['a1', 'b1']);
  });

  test('keeps only the latest of a key, at the end', async () => {
    const queue = new SubscriberQueue<string>(LATEST_LAST);
    queue.offer('a', 'a1');
    queue.offer('b', 'b1');
    expect(queue.offer('a', 'a2')).toBe('REPLACED');
    expect(queue.size).toBe(2);
    expect([await queue.take(), await queue.take()]).toEqual(['b1', 'a2']);
  });

  test('keeps the place of a key where every key must get its turn', async () => {
    const queue = new SubscriberQueue<string>(IN_PLACE);
    queue.offer('a', 'a1');
    queue.offer('b', 'b1');
    queue.offer('a', 'a2');
    expect([await queue.take(), await queue.take()]).toEqual(['a2', 'b1']);
  });

  test.each([LATEST_LAST, IN_PLACE])('refuses keys beyond its capacity: %o', (rules) => {
    const queue = new SubscriberQueue<string>(rules);
    for (const key of ['a', 'b', 'c']) queue.offer(key, key);
    expect(queue.offer('d', 'd')).toBe('FULL');
    expect(queue.offer('b', 'b2')).toBe('REPLACED');
    expect(queue.size).toBe(3);
  });

  test('wakes whoever waits, with the latest of what was offered in one go', async () => {
    const queue = new SubscriberQueue<string>(LATEST_LAST);
    const taken = queue.take();
    queue.offer('a', 'a1');
    queue.offer('a', 'a2');
    expect(await taken).toBe('a2');
  });

  test('gives nothing any more once closed, also to whoever waits', async () => {
    const queue = new SubscriberQueue<string>(LATEST_LAST);
    const taken = queue.take();
    queue.close();
    expect(await taken).toBeUndefined();
    expect(await queue.take()).toBeUndefined();
  });

  test('whatever is offered and taken, what came before the last taken is taken or replaced by something later', async () => {
    const step = fc.oneof(
      fc.record({ take: fc.constant(false), key: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ take: fc.constant(true), key: fc.constant('') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const queue = new SubscriberQueue<{ key: string; at: number }>(LATEST_LAST);
        const latest = new Map<string, number>();
        for (const [at, { take, key }] of steps.entries()) {
          if (!take) {
            queue.offer(key, { key, at });
            latest.set(key, at);
          } else if (queue.size > 0) {
            const item = await queue.take();
            expect(latest.get(item?.key ?? '')).toBe(item?.at);
            latest.delete(item?.key ?? '');
            // A client that remembers this one and asks for all that is later misses nothing.
            for (const pending of latest.values()) expect(pending).toBeGreaterThan(item?.at ?? 0);
          }
        }
      }),
    );
  });
});
