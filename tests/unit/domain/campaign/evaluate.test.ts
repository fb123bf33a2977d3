import { describe, expect, test } from '@jest/globals';
import { advance } from '../../../../src/domain/campaign/advance.js';
import type { BlockerCode } from '../../../../src/domain/campaign/blocker.js';
import { clearsAt } from '../../../../src/domain/campaign/clears-at.js';
import { evaluate } from '../../../../src/domain/campaign/evaluate.js';
import { codesOf } from '../../../../src/domain/campaign/transition.js';
import { type FactsOptions, instant, snapshotOf, spentOf, units } from '../../../support/facts.js';

const NOON = instant('2026-03-25T12:00:00Z'); // a Wednesday

function verdict(options: Omit<FactsOptions, 'at'>, at = NOON) {
  return evaluate(snapshotOf({ at, ...options }), at);
}

describe('a budget', () => {
  test('of 100 runs at 99.999999 and is exhausted at 100', () => {
    const campaign = { dailyBudgetMicros: units(100) };
    const spent = (amount: number) => ({ day: spentOf(amount), month: spentOf(amount) });
    expect(verdict({ campaign, totals: spent(99.999999) }).status).toBe('ACTIVE');
    expect(verdict({ campaign, totals: spent(100) })).toMatchObject({
      status: 'PAUSED',
      blockers: ['DAILY_BUDGET'],
      nextTransitionAt: instant('2026-03-26T00:00:00Z'),
    });
  });

  test('does not count what a reset set aside', () => {
    const campaign = { dailyBudgetMicros: units(100) };
    const totals = { day: spentOf(150, 60), month: spentOf(150) };
    expect(verdict({ campaign, totals }).status).toBe('ACTIVE');
  });

  test('lists all caps that are exhausted, what lasts longer first', () => {
    const totals = { day: spentOf(10), month: spentOf(10) };
    const caps = { dailyBudgetMicros: units(10), monthlyBudgetMicros: units(10) };
    const { blockers } = verdict({ campaign: caps, brand: caps, totals, brandTotals: totals });
    expect(blockers).toEqual([
      'BRAND_MONTHLY_BUDGET',
      'MONTHLY_BUDGET',
      'BRAND_DAILY_BUDGET',
      'DAILY_BUDGET',
    ]);
  });
});

describe('what a person decided', () => {
  test('comes before what clears by itself', () => {
    const totals = { day: spentOf(10), month: spentOf(10) };
    const campaign = { desiredStatus: 'PAUSED' as const, dailyBudgetMicros: units(10) };
    expect(verdict({ campaign, totals })).toMatchObject({
      status: 'PAUSED',
      blockers: ['MANUAL_PAUSE', 'DAILY_BUDGET'],
    });
  });

  test('an archived campaign changes by itself only when its flight ends', () => {
    const endsAt = instant('2026-04-01T00:00:00Z');
    const archived = { desiredStatus: 'ARCHIVED' as const, endsAt };
    expect(verdict({ campaign: archived })).toEqual({
      status: 'INACTIVE',
      blockers: ['ARCHIVED'],
      nextTransitionAt: endsAt,
    });
    expect(verdict({ campaign: archived }, endsAt)).toEqual({
      status: 'INACTIVE',
      blockers: ['ARCHIVED', 'ENDED'],
      nextTransitionAt: null,
    });
  });

  test('an ended campaign lists neither budget nor schedule and never changes by itself', () => {
    const campaign = {
      endsAt: NOON,
      dailyBudgetMicros: units(1),
      windows: [{ days: ['MONDAY' as const], startMinute: 0, endMinute: 60 }],
    };
    const totals = { day: spentOf(10), month: spentOf(10) };
    expect(verdict({ campaign, totals })).toEqual({
      status: 'INACTIVE',
      blockers: ['ENDED'],
      nextTransitionAt: null,
    });
  });

  test('a paused brand pauses, an archived one ends', () => {
    expect(verdict({ brand: { status: 'PAUSED' } }).blockers).toEqual(['BRAND_PAUSED']);
    expect(verdict({ brand: { status: 'ARCHIVED' } })).toMatchObject({
      status: 'INACTIVE',
      blockers: ['ARCHIVED'],
    });
  });
});

describe('clearsAt', () => {
  const startsAt = instant('2026-03-30T08:00:00Z');
  const facts = snapshotOf({
    at: NOON,
    zone: 'Europe/Vienna',
    campaign: { startsAt, windows: [{ days: ['FRIDAY'], startMinute: 540, endMinute: 1020 }] },
  });
  const cases: readonly (readonly [BlockerCode, string | null])[] = [
    ['ARCHIVED', null],
    ['MANUAL_PAUSE', null],
    ['BRAND_PAUSED', null],
    ['ENDED', null],
    ['NOT_STARTED', '2026-03-30T08:00:00Z'],
    ['BRAND_MONTHLY_BUDGET', '2026-03-31T22:00:00Z'],
    ['MONTHLY_BUDGET', '2026-03-31T22:00:00Z'],
    ['BRAND_DAILY_BUDGET', '2026-03-25T23:00:00Z'],
    ['DAILY_BUDGET', '2026-03-25T23:00:00Z'],
    ['OUTSIDE_SCHEDULE', '2026-03-27T08:00:00Z'],
  ];
  test.each(cases)('of %s is %s', (code, expected) => {
    expect(clearsAt(code, facts, NOON)).toBe(expected === null ? null : instant(expected));
  });
});

describe('time', () => {
  test('a reset at midnight outside the window leaves only OUTSIDE_SCHEDULE', () => {
    const start = snapshotOf({
      at: NOON,
      campaign: {
        dailyBudgetMicros: units(10),
        windows: [{ days: ['WEDNESDAY', 'THURSDAY'], startMinute: 540, endMinute: 1020 }],
      },
      totals: { day: spentOf(10), month: spentOf(10) },
    });
    const midnight = instant('2026-03-26T00:00:00Z');
    const { snapshot, transitions } = advance(start, midnight);
    expect(codesOf(snapshot.campaign.state)).toEqual(['OUTSIDE_SCHEDULE']);
    expect(transitions).toHaveLength(1);
    expect(transitions[0]).toMatchObject({ cause: 'BUDGET_RESET', at: midnight });
  });

  test('a cap reached in a night window frees the rest of the night at midnight', () => {
    const start = snapshotOf({
      at: instant('2026-03-27T23:00:00Z'),
      campaign: {
        dailyBudgetMicros: units(10),
        windows: [{ days: ['FRIDAY'], startMinute: 1320, endMinute: 120 }],
      },
      totals: { day: spentOf(10), month: spentOf(10) },
    });
    const { transitions } = advance(start, instant('2026-03-28T12:00:00Z'));
    expect(
      transitions.map(({ after, cause, at }) => [after.status, cause, new Date(at).toISOString()]),
    ).toEqual([
      ['ACTIVE', 'BUDGET_RESET', '2026-03-28T00:00:00.000Z'],
      ['INACTIVE', 'SCHEDULE', '2026-03-28T02:00:00.000Z'],
    ]);
  });

  test('with both caps exhausted the month still blocks the next day, and the 1st frees both', () => {
    const start = snapshotOf({
      at: instant('2026-03-30T12:00:00Z'),
      campaign: { dailyBudgetMicros: units(10), monthlyBudgetMicros: units(10) },
      totals: { day: spentOf(10), month: spentOf(10) },
    });
    const nextDay = advance(start, instant('2026-03-31T12:00:00Z'));
    expect(codesOf(nextDay.snapshot.campaign.state)).toEqual(['MONTHLY_BUDGET']);
    expect(nextDay.transitions).toEqual([]);
    const first = advance(nextDay.snapshot, instant('2026-04-01T00:00:00Z'));
    expect(first.snapshot.campaign.state.status).toBe('ACTIVE');
    expect(first.transitions).toMatchObject([{ cause: 'BUDGET_RESET' }]);
  });

  test('a blocker that persists keeps its since, one that comes anew begins anew', () => {
    const start = snapshotOf({
      at: NOON,
      campaign: {
        desiredStatus: 'PAUSED',
        windows: [{ days: ['WEDNESDAY', 'THURSDAY'], startMinute: 540, endMinute: 1020 }],
      },
    });
    const { snapshot } = advance(start, instant('2026-03-25T20:00:00Z'));
    expect(snapshot.campaign.state.blockers).toEqual([
      { code: 'MANUAL_PAUSE', since: NOON },
      { code: 'OUTSIDE_SCHEDULE', since: instant('2026-03-25T17:00:00Z') },
    ]);
  });
});
