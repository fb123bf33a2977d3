import { describe, expect, test } from '@jest/globals';
import { SharedUpdates } from '../../../src/events/shared-updates.js';

const updates = () =>
  new SharedUpdates((event: { at: number }, snapshot: { name: string }) => ({ event, snapshot }));

describe('shared updates', () => {
  test('are one for all who get the same event with the same snapshot', () => {
    const shared = updates();
    const [event, snapshot] = [{ at: 1 }, { name: 'a' }];
    const update = shared.of(event, snapshot);
    expect(update).toEqual({ event, snapshot });
    expect(shared.of(event, snapshot)).toBe(update);
  });

  test('are others for another event, and for what was read at another time', () => {
    const shared = updates();
    const [event, snapshot] = [{ at: 1 }, { name: 'a' }];
    const update = shared.of(event, snapshot);
    expect(shared.of({ ...event }, snapshot)).not.toBe(update);
    expect(shared.of(event, { ...snapshot })).not.toBe(update);
  });
});
