import { describe, expect, test } from '@jest/globals';
import { datesTouching, hoursTouching } from '../../../../src/domain/spend/series-points.js';
import { MAX_SERIES_POINTS } from '../../../../src/domain/spend/spend-series.js';
import { instant } from '../../../support/instants.js';

function range(timeZone: string, from: string, to: string) {
  return { timeZone, from: instant(from), to: instant(to) };
}

const HOUR_MS = 3_600_000;

describe('the points of a series', () => {
  test('are those that touch the range, its end excluded', () => {
    const twoHours = range('UTC', '2026-07-15T12:59:59.999Z', '2026-07-15T14:00:00Z');
    expect(hoursTouching(twoHours)).toEqual({
      ok: true,
      value: [instant('2026-07-15T12:00Z'), instant('2026-07-15T13:00Z')],
    });
    const twoDays = range('Europe/Vienna', '2026-07-15T21:59:59.999Z', '2026-07-16T22:00:00Z');
    expect(datesTouching('DAY', twoDays)).toEqual({
      ok: true,
      value: ['2026-07-15', '2026-07-16'],
    });
    const twoMonths = range('Europe/Vienna', '2026-07-31T21:59:59Z', '2026-07-31T22:00:00.001Z');
    expect(datesTouching('MONTH', twoMonths)).toEqual({
      ok: true,
      value: ['2026-07-01', '2026-08-01'],
    });
  });

  test('leave out a date that the zone skipped', () => {
    const overTheDateLine = range('Pacific/Apia', '2011-12-29T12:00Z', '2011-12-31T12:00Z');
    expect(datesTouching('DAY', overTheDateLine)).toEqual({
      ok: true,
      value: ['2011-12-29', '2011-12-31', '2012-01-01'],
    });
  });

  test('are none in an empty range', () => {
    const empty = range('UTC', '2026-07-15T12:00Z', '2026-07-15T12:00Z');
    expect(hoursTouching(empty)).toEqual({ ok: true, value: [] });
    expect(datesTouching('DAY', empty)).toEqual({ ok: true, value: [] });
  });

  test('may be a thousand and not one more', () => {
    const from = instant('2026-01-01T00:00Z');
    const to = from + MAX_SERIES_POINTS * HOUR_MS;
    const most = hoursTouching({ timeZone: 'UTC', from, to });
    expect(most.ok && most.value).toHaveLength(MAX_SERIES_POINTS);
    expect(hoursTouching({ timeZone: 'UTC', from, to: to + 1 }).ok).toBe(false);
  });

  test('are refused without a walk through all of them', () => {
    const allTime = range('UTC', '0001-01-01T00:00Z', '9999-12-31T23:59:59.999Z');
    expect(hoursTouching(allTime).ok).toBe(false);
    expect(datesTouching('DAY', allTime).ok).toBe(false);
    expect(datesTouching('MONTH', allTime).ok).toBe(false);
  });

  test('reach to the end of time', () => {
    const end = range('UTC', '9999-11-30T00:00Z', '9999-12-31T23:59:59.999Z');
    expect(datesTouching('MONTH', end)).toEqual({ ok: true, value: ['9999-11-01', '9999-12-01'] });
  });
});
