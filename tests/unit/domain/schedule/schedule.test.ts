import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { daypartingWindows, zonedInstants } from '../../../support/calendar-arbitraries.js';
import { isOpen, nextChange, nextOpening } from '../../../../src/domain/schedule/schedule.js';
import { dayIndex, DAYS_OF_WEEK, parseLocalTime } from '../../../../src/domain/schedule/window.js';
import type { DaypartingWindow, DayOfWeek } from '../../../../src/domain/schedule/window.js';
import { formatInstant } from '../../../../src/domain/time/instant.js';

const MINUTE_MS = 60_000;
const WEEK_MINUTES = 10_080;

const OFFICE: DaypartingWindow = on(DAYS_OF_WEEK.slice(0, 5), '09:00-17:00');
const LATE: DaypartingWindow = on(['FRIDAY'], '22:00-02:00');

function on(days: readonly DayOfWeek[], times: string): DaypartingWindow {
  const [startMinute = 0, endMinute = 0] = times
    .split('-')
    .map((time) => parseLocalTime(time) ?? 0);
  return { days, startMinute, endMinute };
}

/** The instant of a wall time; of a repeated one the first. */
function wall(text: string, zone: string): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
}

/** What the contract says of a window, said with the fields of the platform's calendar. */
function isOpenByCalendar(windows: readonly DaypartingWindow[], zone: string, at: number): boolean {
  if (windows.length === 0) return true;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const minute = local.hour * 60 + local.minute;
  const today = local.dayOfWeek - 1;
  return windows.some(({ days, startMinute, endMinute }) => {
    const isOn = (day: number): boolean => days.some((one) => dayIndex(one) === (day + 7) % 7);
    const end = endMinute === 0 ? 1440 : endMinute;
    if (end > startMinute) return isOn(today) && minute >= startMinute && minute < end;
    return (isOn(today) && minute >= startMinute) || (isOn(today - 1) && minute < end);
  });
}

function openMinutes(window: DaypartingWindow, date: string): number {
  const start = wall(`${date}T00:00`, 'Europe/Vienna');
  const minutes = Array.from({ length: 25 * 60 }, (_, minute) => start + minute * MINUTE_MS);
  return minutes.filter((at) => isOpen([window], 'Europe/Vienna', at)).length;
}

describe('whether a schedule is open', () => {
  test('without windows it always is and never changes', () => {
    expect(isOpen([], 'Europe/Vienna', 0)).toBe(true);
    expect(nextChange([], 'Europe/Vienna', 0)).toBeNull();
    expect(nextOpening([], 'Europe/Vienna', 0)).toBeNull();
  });

  test.each([
    ['2026-11-20T21:59:59.999', false],
    ['2026-11-20T22:00', true],
    ['2026-11-21T00:00', true],
    ['2026-11-21T01:59:59.999', true],
    ['2026-11-21T02:00', false],
    ['2026-11-20T01:00', false],
    ['2026-11-21T22:00', false],
  ])('Friday 22:00-02:00 at %s: %s', (time, expected) => {
    expect(isOpen([LATE], 'Europe/Vienna', wall(time, 'Europe/Vienna'))).toBe(expected);
  });

  test.each([
    ['2026-11-22T23:00', true],
    ['2026-11-23T00:30', true],
    ['2026-11-23T01:00', false],
    ['2026-11-22T00:30', false],
  ])('Sunday 23:00-01:00 runs over the end of the week, at %s: %s', (time, expected) => {
    expect(isOpen([on(['SUNDAY'], '23:00-01:00')], 'UTC', wall(time, 'UTC'))).toBe(expected);
  });

  test.each([
    ['02:00-03:00', '2026-03-29', 0],
    ['01:30-03:30', '2026-03-29', 60],
    ['02:00-03:00', '2026-10-25', 120],
    ['01:30-03:30', '2026-10-25', 180],
    ['02:00-03:00', '2026-11-22', 60],
  ])('Sunday %s is open on %s for %i minutes', (times, date, minutes) => {
    expect(openMinutes(on(['SUNDAY'], times), date)).toBe(minutes);
  });
});

describe('the next change', () => {
  const next = (windows: DaypartingWindow[], zone: string, time: string): string => {
    const at = nextChange(windows, zone, wall(time, zone));
    return at === null ? 'never' : formatInstant(at);
  };

  test.each([
    ['2026-11-20T08:00', '2026-11-20T08:00:00.000Z'],
    ['2026-11-20T09:00', '2026-11-20T16:00:00.000Z'],
    ['2026-11-20T16:59:59.999', '2026-11-20T16:00:00.000Z'],
    ['2026-11-20T17:00', '2026-11-20T21:00:00.000Z'],
    ['2026-11-20T23:30', '2026-11-21T01:00:00.000Z'],
    ['2026-11-21T02:00', '2026-11-23T08:00:00.000Z'],
  ])('of office hours and a late Friday after %s is %s', (time, expected) => {
    expect(next([OFFICE, LATE], 'Europe/Vienna', time)).toBe(expected);
  });

  test.each([
    ['the whole week', [on(DAYS_OF_WEEK, '00:00-00:00')]],
    [
      'the whole week in pieces',
      [on(DAYS_OF_WEEK, '06:00-18:00'), on(DAYS_OF_WEEK, '18:00-06:00')],
    ],
  ])('of %s never comes', (_, windows) => {
    expect(next(windows, 'Europe/Vienna', '2026-03-28T12:00')).toBe('never');
    expect(nextOpening(windows, 'Europe/Vienna', 0)).toBeNull();
  });

  test('windows that touch are one', () => {
    const windows = [on(['SUNDAY'], '12:00-24:00'), on(['MONDAY'], '00:00-12:00')];
    expect(next(windows, 'UTC', '2026-11-22T13:00')).toBe('2026-11-23T12:00:00.000Z');
  });

  test('a window that opens or closes with the week does so', () => {
    expect(next([on(['MONDAY'], '00:00-12:00')], 'UTC', '2026-11-22T13:00')).toBe(
      '2026-11-23T00:00:00.000Z',
    );
    expect(next([on(['SUNDAY'], '12:00-00:00')], 'UTC', '2026-11-22T13:00')).toBe(
      '2026-11-23T00:00:00.000Z',
    );
  });

  test.each([
    ['02:00-03:00', '2026-03-29T01:00', '2026-04-05T00:00:00.000Z'], // skipped: a week later
    ['02:30-04:00', '2026-03-29T01:00', '2026-03-29T01:00:00.000Z'], // opens as the clocks jump
    ['01:30-03:00', '2026-03-29T01:45', '2026-03-29T01:00:00.000Z'], // closes as they jump
    ['02:00-03:00', '2026-10-25T02:00', '2026-10-25T02:00:00.000Z'], // both hours in one
    ['02:00-02:30', '2026-10-25T02:15', '2026-10-25T00:30:00.000Z'],
    ['02:00-02:30', '2026-10-25T02:45', '2026-10-25T01:00:00.000Z'], // opens again as they fall
  ])('of Sunday %s in Vienna after %s is %s', (times, time, expected) => {
    expect(next([on(['SUNDAY'], times)], 'Europe/Vienna', time)).toBe(expected);
  });

  test('a day that does not exist opens nothing', () => {
    expect(next([on(['FRIDAY'], '09:00-17:00')], 'Pacific/Apia', '2011-12-29T20:00')).toBe(
      '2012-01-05T19:00:00.000Z',
    );
  });

  test('is the first instant at which it is otherwise, and no instant between is', () => {
    fc.assert(
      fc.property(
        fc.array(daypartingWindows(), { maxLength: 4 }),
        zonedInstants(),
        (windows, { zone, at }) => {
          const change = nextChange(windows, zone, at);
          const isOpenNow = isOpenByCalendar(windows, zone, at);
          const end = change ?? at + 2 * WEEK_MINUTES * MINUTE_MS;
          for (
            let minute = Math.ceil(at / MINUTE_MS) * MINUTE_MS;
            minute < end;
            minute += MINUTE_MS
          ) {
            if (isOpenByCalendar(windows, zone, minute) !== isOpenNow) {
              throw new Error(`it changed at ${formatInstant(minute)}`);
            }
          }
          if (change === null) return;
          expect(change).toBeGreaterThan(at);
          expect(isOpenByCalendar(windows, zone, change)).toBe(!isOpenNow);
          expect(isOpenByCalendar(windows, zone, change - 1)).toBe(isOpenNow);
        },
      ),
      { numRuns: 400 },
    );
  });
});

test('a schedule is open as the calendar of the platform has it', () => {
  fc.assert(
    fc.property(
      fc.array(daypartingWindows(), { maxLength: 6 }),
      zonedInstants(),
      (windows, { zone, at }) => {
        expect(isOpen(windows, zone, at)).toBe(isOpenByCalendar(windows, zone, at));
      },
    ),
    { numRuns: 5_000 },
  );
});

describe('the next opening', () => {
  test.each([
    ['2026-11-21T12:00', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T08:59:59.999', '2026-11-23T08:00:00.000Z'],
    ['2026-11-23T09:00', '2026-11-24T08:00:00.000Z'],
  ])('of office hours after %s is %s', (time, expected) => {
    const at = nextOpening([OFFICE], 'Europe/Vienna', wall(time, 'Europe/Vienna'));
    expect(formatInstant(at ?? NaN)).toBe(expected);
  });

  test('is open, and just before it was closed', () => {
    fc.assert(
      fc.property(
        fc.array(daypartingWindows(), { minLength: 1, maxLength: 4 }),
        zonedInstants(),
        (windows, { zone, at }) => {
          const opening = nextOpening(windows, zone, at);
          if (opening === null) return;
          expect(opening).toBeGreaterThan(at);
          expect(isOpen(windows, zone, opening)).toBe(true);
          expect(isOpen(windows, zone, opening - 1)).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
