import { describe, expect, test } from '@jest/globals';
import { LiveStore } from '../../../../web/src/live/live-store.js';

interface News {
  readonly spent: string;
  readonly status: string;
}

/** A store whose frames and whose time are the test's. */
function aStore() {
  const frames: (() => void)[] = [];
  const clock = { now: 0 };
  const store = new LiveStore<News>(
    (flush) => frames.push(flush),
    () => clock.now,
  );
  const draw = (): void => {
    for (const flush of frames.splice(0)) flush();
  };
  return { store, clock, frames, draw };
}

describe('the store of news', () => {
  test('tells once a frame, however much there was', () => {
    const { store, draw, frames } = aStore();
    const told: (string | undefined)[] = [];
    store.subscribe('a', () => told.push(store.get('a')?.spent));
    for (const spent of ['1', '2', '3']) store.put('a', { spent });
    expect([told, frames.length]).toEqual([[], 1]);
    draw();
    expect(told).toEqual(['3']);
  });

  test('tells nobody of what they do not read', () => {
    const { store, draw } = aStore();
    let calls = 0;
    store.subscribe('a', () => (calls += 1));
    store.put('b', { spent: '1' });
    draw();
    expect(calls).toBe(0);
  });

  test('keeps the parts that later news do not have', () => {
    const { store } = aStore();
    store.put('a', { spent: '1', status: 'ACTIVE' });
    store.put('a', { status: 'PAUSED' });
    expect(store.get('a')).toEqual({ spent: '1', status: 'PAUSED' });
  });

  test('gives the same object until there are more', () => {
    const { store } = aStore();
    store.put('a', { spent: '1' });
    expect(store.get('a')).toBe(store.get('a'));
  });

  test('forgets what was heard before a snapshot was asked for, and keeps what came after', () => {
    const { store, clock, draw } = aStore();
    store.put('old', { spent: '1' });
    clock.now = 10;
    store.put('new', { spent: '2' });
    let calls = 0;
    store.subscribe('old', () => (calls += 1));
    draw();
    store.forget(['old', 'new'], 5);
    draw();
    expect([store.get('old'), store.get('new')]).toEqual([undefined, { spent: '2' }]);
    expect(calls).toBe(2);
  });

  test('tells nobody who has gone', () => {
    const { store, draw } = aStore();
    let calls = 0;
    const end = store.subscribe('a', () => (calls += 1));
    store.put('a', { spent: '1' });
    end();
    draw();
    expect(calls).toBe(0);
  });
});
