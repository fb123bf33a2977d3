import { describe, expect, it } from '@jest/globals';
import {
  countByKind,
  reasonsOf,
  sortCounts,
  type StatusCount,
} from '../../../../web/src/features/monitor/tile-counts.js';

const COUNTS: readonly StatusCount[] = [
  { status: 'INACTIVE', blocker: 'ENDED', count: 1 },
  { status: 'PAUSED', blocker: 'BRAND_DAILY_BUDGET', count: 2 },
  { status: 'PAUSED', blocker: 'DAILY_BUDGET', count: 3 },
  { status: 'INACTIVE', blocker: 'OUTSIDE_SCHEDULE', count: 0 },
  { status: 'ACTIVE', blocker: null, count: 5 },
  { status: 'PAUSED', blocker: 'BRAND_PAUSED', count: 7 },
];

describe('counts of campaigns', () => {
  it('put each campaign into one tile', () => {
    expect(countByKind(COUNTS)).toEqual({ active: 5, budget: 5, schedule: 0, hand: 7, other: 1 });
  });

  it('lead to the list of exactly what a tile counts', () => {
    expect(reasonsOf('hand')).toBe('MANUAL_PAUSE,BRAND_PAUSED');
    expect(reasonsOf('schedule')).toBe('OUTSIDE_SCHEDULE');
  });

  it('stand in one order, without those that are zero', () => {
    expect(sortCounts(COUNTS).map(({ blocker }) => blocker)).toEqual([
      null,
      'DAILY_BUDGET',
      'BRAND_DAILY_BUDGET',
      'BRAND_PAUSED',
      'ENDED',
    ]);
  });
});
