import { describe, expect, test } from '@jest/globals';
import { Lookahead } from '../../../src/events/lookahead.js';
import { ManualTimer } from '../../support/manual-timer.js';

interface Named {
  readonly name: string;
}

/** A lookahead that counts what it reads. */
function looking() {
  const timer = new ManualTimer();
  const reads: string[] = [];
  const lookahead = new Lookahead<Named, string>(({ name }) => {
    reads.push(name);
    return Promise.resolve(name === 'gone' ? null : `${name} ${reads.length}`);
  }, timer);
  return { timer, reads, lookahead };
}

const [a, b, gone] = [{ name: 'a' }, { name: 'b' }, { name: 'gone' }];

describe('a lookahead', () => {
  test('reads what comes next together with what is asked for', async () => {
    const { reads, lookahead } = looking();
    expect(await lookahead.snapshotFor(a, [b, gone])).toBe('a 1');
    expect(await lookahead.snapshotFor(b, [gone])).toBe('b 2');
    expect(await lookahead.snapshotFor(gone, [])).toBeNull();
    expect(reads).toEqual(['a', 'b', 'gone']);
  });

  test('reads again what was not asked for soon', async () => {
    const { timer, lookahead } = looking();
    await lookahead.snapshotFor(a, [b]);
    timer.advance(21);
    expect(await lookahead.snapshotFor(b, [])).toBe('b 3');
  });

  test('reads for a later event of the same object, whatever it has read before', async () => {
    const { lookahead } = looking();
    await lookahead.snapshotFor(a, [b]);
    expect(await lookahead.snapshotFor({ ...b }, [])).toBe('b 3');
  });
});
