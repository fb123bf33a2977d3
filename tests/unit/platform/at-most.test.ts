import { describe, expect, test } from '@jest/globals';
import { atMost } from '../../../src/platform/at-most.js';

/** Works whose ends the test decides. */
function works(count: number) {
  const begun: number[] = [];
  const ends = Array.from({ length: count }, () => Promise.withResolvers<undefined>());
  return {
    begun,
    items: ends.keys().toArray(),
    end: (item: number) => ends[item]?.resolve(undefined),
    fail: (item: number, error: Error) => ends[item]?.reject(error),
    work: async (item: number) => {
      begun.push(item);
      await ends[item]?.promise;
    },
  };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a number of works at a time', () => {
  test('begin in order, each as soon as there is room', async () => {
    const { begun, items, end, work } = works(4);
    const done = atMost(2, items, work);
    await nextTurn();
    expect(begun).toEqual([0, 1]);
    end(1);
    await nextTurn();
    expect(begun).toEqual([0, 1, 2]);
    for (const item of items) end(item);
    await done;
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  test('end with the first failure, when nothing is under way any more', async () => {
    const { begun, items, end, fail, work } = works(4);
    let hasEnded = false;
    const failure = atMost(2, items, work).catch((error: unknown) => {
      hasEnded = true;
      return error;
    });
    await nextTurn();
    fail(0, new Error('lost'));
    await nextTurn();
    expect(hasEnded).toBe(false);
    end(1);
    expect(await failure).toEqual(new Error('lost'));
    expect(begun).toEqual([0, 1]);
  });
});
