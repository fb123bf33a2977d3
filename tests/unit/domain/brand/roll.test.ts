import { describe, expect, test } from '@jest/globals';
import { moveToZone, periodsAt, rollPeriods } from '../../../../src/domain/brand/roll.js';
import { formatInstant } from '../../../../src/domain/time/instant.js';
import { instant } from '../../../support/facts.js';

function brandAt(at: string, timeZone: string) {
  return { timeZone, ...periodsAt(instant(at), timeZone) };
}

describe('rolling periods', () => {
  test('three days over the 1st end three days and one month, in order', () => {
    const brand = brandAt('2026-03-30T12:00:00Z', 'Europe/Vienna');
    const { brand: now, ended } = rollPeriods(brand, instant('2026-04-02T09:00:00Z'));
    expect(ended.map(({ kind, period }) => `${kind} ${period.date}`)).toEqual([
      'DAY 2026-03-30',
      'DAY 2026-03-31',
      'MONTH 2026-03-01',
      'DAY 2026-04-01',
    ]);
    expect([now.day.date, now.month.date]).toEqual(['2026-04-02', '2026-04-01']);
  });

  test('a clock that steps back does not reopen yesterday', () => {
    const brand = brandAt('2026-03-30T00:00:00Z', 'UTC');
    expect(rollPeriods(brand, instant('2026-03-29T23:00:00Z'))).toEqual({ brand, ended: [] });
  });

  test('a date that does not exist is neither a day nor closed', () => {
    const brand = brandAt('2011-12-30T00:00:00Z', 'Pacific/Apia');
    const { brand: now, ended } = rollPeriods(brand, instant('2011-12-30T10:00:00Z'));
    expect(ended.map(({ period }) => period.date)).toEqual(['2011-12-29']);
    expect(now.day.date).toBe('2011-12-31');
  });
});

describe('moving to another zone', () => {
  test('ahead: the current day becomes the new local date, and the old one ends at once', () => {
    const at = '2026-03-30T20:00:00Z';
    const { brand, ended } = moveToZone(brandAt(at, 'UTC'), 'Pacific/Auckland', instant(at));
    expect(brand.day.date).toBe('2026-03-31');
    expect(formatInstant(brand.day.endsAt)).toBe('2026-03-31T11:00:00.000Z');
    expect(ended.map(({ kind, period }) => `${kind} ${period.date}`)).toEqual(['DAY 2026-03-30']);
  });

  test('ahead over the 1st: the month ends too', () => {
    const at = '2026-03-31T20:00:00Z';
    const { brand, ended } = moveToZone(brandAt(at, 'UTC'), 'Pacific/Auckland', instant(at));
    expect(ended.map(({ kind }) => kind)).toEqual(['DAY', 'MONTH']);
    expect([brand.day.date, brand.month.date]).toEqual(['2026-04-01', '2026-04-01']);
  });

  test('behind: the current day runs on to its end there', () => {
    const at = '2026-03-30T02:00:00Z';
    const { brand, ended } = moveToZone(brandAt(at, 'UTC'), 'America/New_York', instant(at));
    expect(ended).toEqual([]);
    expect(brand.day).toEqual({
      date: '2026-03-30',
      startsAt: instant('2026-03-30T00:00:00Z'),
      endsAt: instant('2026-03-31T04:00:00Z'),
    });
  });

  test('across the date line nothing ends before it began', () => {
    const at = '2026-03-10T11:30:00Z'; // half past midnight in Niue, 11 March half past 1 in Kiritimati
    const { brand, ended } = moveToZone(
      brandAt(at, 'Pacific/Niue'),
      'Pacific/Kiritimati',
      instant(at),
    );
    expect(brand.day.date).toBe('2026-03-11');
    for (const { period } of ended) expect(period.endsAt).toBeGreaterThanOrEqual(period.startsAt);
  });
});
