import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { zonedInstants } from '../../../support/calendar-arbitraries.js';
import { dayPeriod, monthOf, monthPeriod } from '../../../../src/domain/time/period.js';
import { dateAfter, localDate } from '../../../../src/domain/time/zone.js';

const HOUR_MS = 3_600_000;

const hoursOf = (period: { startsAt: number; endsAt: number }): number =>
  (period.endsAt - period.startsAt) / HOUR_MS;

describe('days', () => {
  test.each([
    ['2026-11-22', 'Europe/Vienna', 24],
    ['2026-03-29', 'Europe/Vienna', 23],
    ['2026-10-25', 'Europe/Vienna', 25],
    ['2018-11-04', 'America/Sao_Paulo', 23],
    ['2018-02-17', 'America/Sao_Paulo', 25],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5],
    ['2011-12-29', 'Pacific/Apia', 24],
    ['2011-12-30', 'Pacific/Apia', 0],
    ['2011-12-31', 'Pacific/Apia', 24],
  ])('%s in %s has %d hours', (date, zone, hours) => {
    expect(hoursOf(dayPeriod(date, zone))).toBe(hours);
  });

  test('a day ends where the next one that exists begins', () => {
    const before = dayPeriod('2011-12-29', 'Pacific/Apia');
    expect(before.endsAt).toBe(dayPeriod('2011-12-31', 'Pacific/Apia').startsAt);
  });

  test('days part time: each instant is in the day of its local date and in no other', () => {
    fc.assert(
      fc.property(zonedInstants(), ({ zone, at }) => {
        const date = localDate(at, zone);
        const day = dayPeriod(date, zone);
        expect(day.startsAt).toBeLessThanOrEqual(at);
        expect(day.endsAt).toBeGreaterThan(at);
        expect(localDate(day.startsAt, zone)).toBe(date);
        expect(localDate(day.endsAt - 1, zone)).toBe(date);
        expect(localDate(day.endsAt, zone)).toBe(dateAfter(date, zone));
        expect(localDate(day.startsAt - 1, zone) < date).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('months', () => {
  test.each([
    ['2026-11-22', '2026-11-01'],
    ['2026-02-01', '2026-02-01'],
    ['2028-12-31', '2028-12-01'],
  ])('the month of %s is %s', (date, month) => {
    expect(monthOf(date)).toBe(month);
  });

  test.each([
    ['2026-02-01', 'UTC', 28],
    ['2028-02-01', 'UTC', 29],
    ['2026-12-01', 'UTC', 31],
    ['2026-03-15', 'Europe/Vienna', 31 - 1 / 24],
    ['2026-10-31', 'Europe/Vienna', 31 + 1 / 24],
    ['2011-12-01', 'Pacific/Apia', 30],
  ])('the month of %s in %s has %d days of 24 hours', (date, zone, days) => {
    const month = monthPeriod(date, zone);
    expect(month.date).toBe(monthOf(date));
    expect(hoursOf(month)).toBeCloseTo(days * 24, 9);
  });

  test('a month begins with its first day and ends with its last', () => {
    fc.assert(
      fc.property(zonedInstants(), ({ zone, at }) => {
        const date = localDate(at, zone);
        const month = monthPeriod(date, zone);
        expect(month.startsAt).toBe(dayPeriod(month.date, zone).startsAt);
        expect(month.startsAt).toBeLessThanOrEqual(at);
        expect(month.endsAt).toBeGreaterThan(at);
        expect(monthOf(localDate(month.endsAt - 1, zone))).toBe(month.date);
        const next = localDate(month.endsAt, zone);
        expect(next).toBe(monthOf(next));
      }),
      { numRuns: 1_000 },
    );
  });
});
