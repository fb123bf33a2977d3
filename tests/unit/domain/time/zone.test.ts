import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { zonedInstants } from '../../../support/calendar-arbitraries.js';
import { dateAfter, isTimeZone, localDate, startOfDay } from '../../../../src/domain/time/zone.js';

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;

describe('names of zones', () => {
  test.each([
    ...['Europe/Vienna', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince', 'UTC', 'GMT'],
    ...['Europe/Kiev', 'Europe/Kyiv', 'US/Eastern', 'Asia/Calcutta', 'Etc/GMT+5', 'Etc/GMT-14'],
    ...['EST5EDT', 'GB-Eire', 'NZ-CHAT', 'W-SU', 'Etc/Zulu', 'GMT0', 'America/Coyhaique', 'EST'],
  ])('%s is a zone or a link', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  test('every zone that the runtime knows is one', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((name) => !isTimeZone(name))).toEqual([]);
  });

  test.each([
    ...['', 'utc', 'europe/vienna', 'EUROPE/VIENNA', 'Europe/vienna', 'us/eastern', 'etc/gmt+5'],
    ...['+02:00', '-0330', '+02', 'Z', 'GMT+2', 'UTC+2', 'Etc/GMT+13', 'local', 'system', 'CEST'],
    ...['Europe/Atlantis', 'Europe', 'Europe/', ' UTC', 'UTC ', 'UTC\n', 'posix/UTC', 'PST', 'JST'],
    ...['Etc/Unknown', '2026-01-01T00:00[UTC]', 'Europe/Vienna[u-ca=iso8601]', '../etc/passwd'],
  ])('%j is none', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe('local dates', () => {
  test.each([
    ['2026-11-22T23:30:00Z', 'Europe/Vienna', '2026-11-23'],
    ['2026-11-22T22:59:59.999Z', 'Europe/Vienna', '2026-11-22'],
    ['2026-11-22T04:59:59.999Z', 'America/New_York', '2026-11-21'],
    ['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31'],
    ['2011-12-30T09:59:59.999Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
  ])('at %s it is in %s the %s', (instant, zone, date) => {
    expect(localDate(at(instant), zone)).toBe(date);
  });

  test('clocks put back over midnight do not take a day back that has begun', () => {
    const midnight = startOfDay('2006-10-29', 'America/St_Johns');
    const putBack = at('2006-10-29T02:31:00Z');
    expect(putBack - midnight).toBe(60_000);
    expect(localDate(midnight - 1, 'America/St_Johns')).toBe('2006-10-28');
    expect(localDate(putBack, 'America/St_Johns')).toBe('2006-10-29');
    expect(localDate(putBack + 3_599_999, 'America/St_Johns')).toBe('2006-10-29');
  });
});

describe('the start of a day', () => {
  test.each([
    ['2026-03-29', 'Europe/Vienna', '2026-03-28T23:00:00Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'], // 00:00 to 00:59 are skipped
    ['2026-03-08', 'America/Havana', '2026-03-08T05:00:00Z'],
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00Z'], // the first of two midnights
    ['2026-10-25', 'Asia/Beirut', '2026-10-24T22:00:00Z'], // midnight is first put back
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'], // does not exist
    ['1919-03-31', 'America/Toronto', '1919-03-31T04:30:00Z'], // 23:30 to 00:29 are skipped
  ])('%s begins in %s at %s', (date, zone, instant) => {
    expect(startOfDay(date, zone)).toBe(at(instant));
  });

  test('it is where the calendar of the platform has it', () => {
    fc.assert(
      fc.property(zonedInstants(), ({ zone, at: instant }) => {
        const date = Temporal.Instant.fromEpochMilliseconds(instant)
          .toZonedDateTimeISO(zone)
          .toPlainDate();
        expect(startOfDay(date.toString(), zone)).toBe(
          date.toZonedDateTime(zone).epochMilliseconds,
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the date after', () => {
  test.each([
    ['2026-02-28', 'UTC', '2026-03-01'],
    ['2028-02-28', 'UTC', '2028-02-29'],
    ['2026-12-31', 'Europe/Vienna', '2027-01-01'],
    ['2011-12-28', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-29', 'Pacific/Apia', '2011-12-31'],
    ['1993-08-20', 'Pacific/Kwajalein', '1993-08-22'],
  ])('%s in %s is %s', (date, zone, next) => {
    expect(dateAfter(date, zone)).toBe(next);
  });
});
