import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { UnavailableError } from '../../../src/domain/errors.js';
import { SnapshotLoader } from '../../../src/events/snapshot-loader.js';
import { realTimer } from '../../../src/events/timer.js';

const PATIENCE = { timer: realTimer, stopped: new AbortController().signal };

/** A loader of texts, and every read that it made. */
function loading(read?: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>) {
  const reads: string[] = [];
  const found = (ids: readonly string[]): Promise<ReadonlyMap<string, string>> =>
    Promise.resolve(new Map(ids.filter((id) => id !== 'unknown').map((id) => [id, `the ${id}`])));
  const loader = new SnapshotLoader<string>((agencyId, ids) => {
    reads.push(`${agencyId}: ${ids.join(' ')}`);
    return (read ?? found)(ids);
  }, PATIENCE);
  return { reads, loader };
}

describe('the snapshot loader', () => {
  test('reads what is asked in one tick at once, each id once, each agency by itself', async () => {
    const { reads, loader } = loading();
    const asked = ['a', 'b', 'a', 'unknown'].map((id) => loader.load('one', id));
    asked.push(loader.load('two', 'a'));
    expect(await Promise.all(asked)).toEqual(['the a', 'the b', 'the a', null, 'the a']);
    expect(reads).toEqual(['one: a b unknown', 'two: a']);
  });

  test('answers nothing with what was read before it was asked for', async () => {
    const first = Promise.withResolvers<undefined>();
    const { reads, loader } = loading(async (ids) => {
      if (reads.length === 1) await first.promise;
      return new Map(ids.map((id) => [id, `read ${reads.length}`]));
    });
    const early = loader.load('one', 'a');
    while (reads.length === 0) await tick();
    const late = [loader.load('one', 'a'), loader.load('one', 'b')];
    first.resolve(undefined);
    expect(await early).toBe('read 1');
    expect(await Promise.all(late)).toEqual(['read 2', 'read 2']);
  });

  test('reads a bounded number of ids at once', async () => {
    const { reads, loader } = loading();
    const ids = Array.from({ length: 1_200 }, (_, i) => `id${i}`);
    const answers = await Promise.all(ids.map((id) => loader.load('one', id)));
    expect(answers).toEqual(ids.map((id) => `the ${id}`));
    expect(reads.map((read) => read.split(' ').length - 1)).toEqual([500, 500, 200]);
  });

  test('reads again while the database cannot be reached', async () => {
    const { reads, loader } = loading((ids) =>
      reads.length < 3
        ? Promise.reject(new UnavailableError('gone', 1))
        : Promise.resolve(new Map(ids.map((id) => [id, 'back']))),
    );
    expect(await loader.load('one', 'a')).toBe('back');
  });

  test('fails those who asked when it cannot read for another reason, and goes on', async () => {
    const { reads, loader } = loading((ids) =>
      reads.length === 1
        ? Promise.reject(new Error('broken'))
        : Promise.resolve(new Map(ids.map((id) => [id, 'fine']))),
    );
    await expect(loader.load('one', 'a')).rejects.toThrow('broken');
    expect(await loader.load('one', 'a')).toBe('fine');
  });
});
