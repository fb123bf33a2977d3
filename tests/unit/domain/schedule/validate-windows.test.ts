import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { daypartingWindows } from '../../../support/calendar-arbitraries.js';
import { MAX_WINDOWS, validateWindows } from '../../../../src/domain/schedule/validate-windows.js';
import { dayIndex, DAYS_OF_WEEK, parseLocalTime } from '../../../../src/domain/schedule/window.js';
import type { DaypartingWindow, DayOfWeek } from '../../../../src/domain/schedule/window.js';

const PATH = ['input', 'windows'];
const MINUTES_PER_WEEK = 10_080;

/** A window such as `22:00-02:00` on some days. */
function on(days: readonly DayOfWeek[], times: string): DaypartingWindow {
  const [startMinute = 0, endMinute = 0] = times
    .split('-')
    .map((time) => parseLocalTime(time) ?? 0);
  return { days, startMinute, endMinute };
}

function refusals(...windows: DaypartingWindow[]): string[] {
  return validateWindows(windows, PATH).map(({ field, code }) => `${field.join('.')} ${code}`);
}

describe('a window that is sound', () => {
  test.each([
    on(['MONDAY'], '09:00-17:00'),
    on(['MONDAY'], '00:00-00:00'),
    on(['MONDAY'], '00:00-24:00'),
    on(['MONDAY'], '23:59-24:00'),
    on(['FRIDAY'], '22:00-02:00'),
    on(['SUNDAY'], '00:01-00:00'),
    on(DAYS_OF_WEEK, '12:00-11:59'),
    on(['SUNDAY', 'MONDAY'], '12:00-13:00'),
  ])('%j may be set', (window) => {
    expect(refusals(window)).toEqual([]);
  });

  test('a schedule without windows may be set', () => {
    expect(refusals()).toEqual([]);
  });
});

describe('a window that is not', () => {
  test.each([
    [on([], '09:00-17:00'), 'days'],
    [on(['MONDAY', 'FRIDAY', 'MONDAY'], '09:00-17:00'), 'days'],
    [on(['MONDAY'], '24:00-08:00'), 'start'],
    [on(['MONDAY'], '24:00-24:00'), 'start'],
    [on(['MONDAY'], '24:00-00:00'), 'start'],
    [on(['MONDAY'], '09:00-09:00'), 'end'],
  ])('%j is refused', (window, field) => {
    expect(refusals(on(['TUESDAY'], '01:00-02:00'), window)).toEqual([
      `input.windows.1.${field} INVALID`,
    ]);
  });

  test('everything that is wrong is said at once', () => {
    const windows = [on([], '09:00-09:00'), on(['MONDAY', 'MONDAY'], '24:00-01:00')];
    expect(refusals(...windows)).toEqual([
      'input.windows.0.days INVALID',
      'input.windows.0.end INVALID',
      'input.windows.1.days INVALID',
      'input.windows.1.start INVALID',
    ]);
  });

  test('a message names the window, its value and the rule', () => {
    expect(validateWindows([on(['MONDAY'], '09:00-09:00')], PATH)[0]?.message).toBe(
      'window 0 (MONDAY 09:00-09:00): it ends when it starts, a window lasts at least a minute.',
    );
  });

  test('a hundred windows may be set, one more is too many', () => {
    const windows = Array.from({ length: MAX_WINDOWS }, (_, minute) => ({
      days: ['MONDAY' as const],
      startMinute: minute,
      endMinute: minute + 1,
    }));
    expect(refusals(...windows)).toEqual([]);
    expect(refusals(...windows, on([], '09:00-09:00'))).toEqual(['input.windows TOO_MANY']);
  });
});

describe('two windows', () => {
  test.each([
    ['of one day', on(['MONDAY'], '09:00-12:00'), on(['MONDAY'], '12:00-17:00')],
    ['at midnight', on(['FRIDAY'], '22:00-02:00'), on(['SATURDAY'], '02:00-03:00')],
    ['at the week’s end', on(['SUNDAY'], '22:00-02:00'), on(['MONDAY'], '02:00-03:00')],
    ['at the end of a day', on(['SUNDAY'], '22:00-24:00'), on(['MONDAY'], '00:00-03:00')],
    ['on other days', on(['MONDAY'], '09:00-12:00'), on(['TUESDAY'], '09:00-12:00')],
  ])('may touch %s', (_, one, other) => {
    expect(refusals(one, other)).toEqual([]);
    expect(refusals(other, one)).toEqual([]);
  });

  test.each([
    ['of one day', on(['MONDAY'], '09:00-12:01'), on(['MONDAY'], '12:00-17:00')],
    ['in all of it', on(['MONDAY'], '00:00-00:00'), on(['MONDAY'], '12:00-12:01')],
    ['twice the same', on(['MONDAY'], '09:00-12:00'), on(['MONDAY'], '09:00-12:00')],
    ['past midnight', on(['FRIDAY'], '22:00-02:00'), on(['SATURDAY'], '01:59-03:00')],
    ['past the week’s end', on(['SUNDAY'], '22:00-02:00'), on(['MONDAY'], '01:59-03:00')],
    ['on one of many days', on(DAYS_OF_WEEK, '20:00-04:00'), on(['MONDAY'], '03:00-04:00')],
  ])('may not share a moment %s', (_, one, other) => {
    expect(refusals(one, other)).toEqual(['input.windows.1 OVERLAPPING_WINDOWS']);
    expect(refusals(other, one)).toEqual(['input.windows.1 OVERLAPPING_WINDOWS']);
  });

  test('the message names both', () => {
    const windows = [on(['FRIDAY'], '22:00-02:00'), on(['SATURDAY'], '00:00-03:00')];
    expect(validateWindows(windows, PATH)[0]?.message).toMatch(
      /^window 1 \(SATURDAY 00:00-03:00\): it overlaps window 0 \(FRIDAY 22:00-02:00\)/,
    );
  });

  test('a window that is wrong in itself overlaps none', () => {
    expect(refusals(on([], '00:00-00:00'), on(['MONDAY'], '09:00-10:00'))).toEqual([
      'input.windows.0.days INVALID',
    ]);
  });
});

test('exactly the windows that share a minute of the week with an earlier one are refused', () => {
  fc.assert(
    fc.property(fc.array(daypartingWindows(), { maxLength: 5 }), (windows) => {
      const taken = new Set<number>();
      const expected: string[] = [];
      windows.forEach((window, index) => {
        const minutes = minutesOf(window);
        if (minutes.some((minute) => taken.has(minute))) expected.push(String(index));
        for (const minute of minutes) taken.add(minute);
      });
      expect(validateWindows(windows, []).map(({ field }) => field.join('.'))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

function minutesOf({ days, startMinute, endMinute }: DaypartingWindow): number[] {
  const length = endMinute === 0 ? 1440 - startMinute : (endMinute - startMinute + 1440) % 1440;
  return days.flatMap((day) =>
    Array.from(
      { length: length === 0 ? 1440 : length },
      (_, minute) => (dayIndex(day) * 1440 + startMinute + minute) % MINUTES_PER_WEEK,
    ),
  );
}
