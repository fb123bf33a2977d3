import { describe, expect, test } from '@jest/globals';
import { findStalled } from '../../../src/jobs/agenda/find-stalled.js';
import type { StoredJob } from '../../../src/jobs/agenda/job-store.js';

const NOW = Date.parse('2026-07-15T12:00:00.000Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const RULES = { lockLifetimeMs: 55_000, toleranceMs: MINUTE_MS, patienceMs: 90_000 };

/** A job of every minute that ran when it should have. */
const HEALTHY: StoredJob = {
  name: 'healthy',
  nextRunAt: NOW + 30_000,
  lockedAt: null,
  lastRunAt: NOW - 30_000,
  lastFinishedAt: NOW - 29_000,
  repeatInterval: '60 seconds',
  repeatTimezone: null,
};

function stalled(details: Partial<StoredJob>, { hostNow = NOW, unchangedMs = 0 } = {}) {
  const job = { ...HEALTHY, ...details };
  return findStalled({ now: NOW, jobs: [job] }, RULES, {
    hostNow,
    nextRunAfter: (_, at) => at + MINUTE_MS,
    unchangedMs: () => unchangedMs,
  }).map(({ reason, at }) => ({ reason, at }));
}

describe('a job is left to Agenda', () => {
  test('while it waits for its time', () => {
    expect(stalled({})).toEqual([]);
    expect(stalled({ lastRunAt: null, lastFinishedAt: null })).toEqual([]);
  });

  test('while it runs and its worker shows signs of life', () => {
    const running = { lastRunAt: NOW - HOUR_MS, lastFinishedAt: NOW - 2 * HOUR_MS };
    expect(stalled({ ...running, lockedAt: NOW - 54_999 })).toEqual([]);
  });

  test('while it is overdue for a moment only', () => {
    expect(stalled({ nextRunAt: NOW - 10_000 }, { unchangedMs: 10_000 })).toEqual([]);
  });

  test('while clocks differ a little', () => {
    expect(stalled({ nextRunAt: NOW + 2 * MINUTE_MS })).toEqual([]);
    expect(stalled({ lockedAt: NOW + 30_000 })).toEqual([]);
  });
});

describe('a job is scheduled anew', () => {
  test('at once when its worker died while it ran', () => {
    const died = { lockedAt: NOW - 55_000, lastRunAt: NOW - 90_000, lastFinishedAt: null };
    expect(stalled(died)).toEqual([{ reason: 'its worker died', at: NOW }]);
    expect(stalled({ ...died, lockedAt: null })).toEqual([{ reason: 'its worker died', at: NOW }]);
  });

  test('but not again while its new start is at hand', () => {
    expect(stalled({ nextRunAt: NOW - 1, lastFinishedAt: null })).toEqual([]);
  });

  test('in its proper place when it is due too late, or never', () => {
    const proper = [{ reason: 'it is due too late', at: NOW + MINUTE_MS }];
    expect(stalled({ nextRunAt: NOW + HOUR_MS })).toEqual(proper);
    expect(stalled({ nextRunAt: null })).toEqual(proper);
  });

  test('when it is locked in the future', () => {
    const locked = { lockedAt: NOW + HOUR_MS };
    expect(stalled(locked)).toEqual([{ reason: 'it is locked in the future', at: NOW }]);
  });

  test('by the clock of this machine when that alone does not see it is due', () => {
    const hostNow = NOW - HOUR_MS;
    const overdue = { nextRunAt: NOW - 2 * MINUTE_MS };
    expect(stalled(overdue, { hostNow, unchangedMs: 90_001 })).toEqual([
      { reason: 'nobody starts it', at: hostNow },
    ]);
  });
});
