import { describe, expect, test } from '@jest/globals';
import { Turns } from '../../../src/auth/turns.js';
import { UnavailableError } from '../../../src/domain/errors.js';

/** Work that ends when it is told to. */
function work() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { promise, resolve, reject, hasBegun: false };
}

describe('turns', () => {
  test('let so many work at once; others begin as these end, however they end', async () => {
    const turns = new Turns({ concurrent: 2, waiting: 10 });
    const works = [work(), work(), work(), work()] as const;
    const taken = works.map((one) =>
      turns.take(() => {
        one.hasBegun = true;
        return one.promise;
      }),
    );
    const begun = (): readonly boolean[] => works.map(({ hasBegun }) => hasBegun);
    expect(begun()).toEqual([true, true, false, false]);
    works[1].resolve('one');
    await expect(taken[1]).resolves.toBe('one');
    expect(begun()).toEqual([true, true, true, false]);
    works[0].reject(new Error('zero'));
    await expect(taken[0]).rejects.toThrow('zero');
    expect(begun()).toEqual([true, true, true, true]);
    works[2].resolve('two');
    works[3].resolve('three');
    await expect(Promise.all([taken[2], taken[3]])).resolves.toEqual(['two', 'three']);
  });

  test('are refused where too many wait', async () => {
    const turns = new Turns({ concurrent: 1, waiting: 1 });
    const [first, second] = [work(), work()];
    const taken = [turns.take(() => first.promise), turns.take(() => second.promise)];
    await expect(turns.take(() => Promise.resolve('third'))).rejects.toThrow(UnavailableError);
    first.resolve('first');
    second.resolve('second');
    await expect(Promise.all(taken)).resolves.toEqual(['first', 'second']);
  });
});
