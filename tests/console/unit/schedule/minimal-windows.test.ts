import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { validateWindows } from '../../../../src/domain/schedule/validate-windows.js';
import { parseLocalTime } from '../../../../src/domain/schedule/window.js';
import type { DaypartingWindow, DayOfWeek } from '../../../../src/domain/schedule/window.js';
import { minimalWindows } from '../../../../web/src/features/schedule/hours/minimal-windows.js';
import {
  ALWAYS,
  NEVER,
  openHoursOf,
} from '../../../../web/src/features/schedule/hours/open-hours.js';
import { daypartingWindows } from '../../../support/calendar-arbitraries.js';
import { openHours } from './hours-arbitraries.js';

const WEEKDAYS: readonly DayOfWeek[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
const WEEK: readonly DayOfWeek[] = [...WEEKDAYS, 'SATURDAY', 'SUNDAY'];

function on(days: readonly DayOfWeek[], start: string, end: string): DaypartingWindow {
  return {
    days,
    startMinute: parseLocalTime(start) ?? 0,
    endMinute: parseLocalTime(end) ?? 0,
  };
}

function rewritten(windows: readonly DaypartingWindow[]): DaypartingWindow[] | null {
  return minimalWindows(openHoursOf(windows));
}

describe('the windows of painted hours', () => {
  test('open exactly these hours, and the server takes them', () => {
    fc.assert(
      fc.property(openHours(), (hours) => {
        const windows = minimalWindows(hours);
        if (windows === null) {
          expect(hours).toEqual(NEVER);
        } else {
          expect(openHoursOf(windows)).toEqual(hours);
          expect(validateWindows(windows.slice(0, 100), [])).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('are no more than those which somebody wrote without overlaps', () => {
    fc.assert(
      fc.property(fc.array(daypartingWindows(), { minLength: 1, maxLength: 4 }), (windows) => {
        fc.pre(validateWindows(windows, []).length === 0);
        // Windows that meet at other times than midnight are one stretch, which may cost more.
        fc.pre(touching(windows) === 0);
        expect(rewritten(windows)?.length).toBeLessThanOrEqual(windows.length);
      }),
    );
  });

  test('are none for always, and nothing says never', () => {
    expect(minimalWindows(ALWAYS)).toEqual([]);
    expect(minimalWindows(NEVER)).toBeNull();
    expect(rewritten([on(WEEK, '00:00', '24:00')])).toEqual([]);
  });

  test('written again stay as they are', () => {
    fc.assert(
      fc.property(openHours(), (hours) => {
        const windows = minimalWindows(hours);
        fc.pre(windows !== null);
        expect(rewritten(windows)).toEqual(windows);
      }),
    );
  });

  test.each<[string, DaypartingWindow[], DaypartingWindow[]]>([
    [
      'the same hours on several days are one window',
      WEEKDAYS.map((day) => on([day], '09:00', '17:00')),
      [on(WEEKDAYS, '09:00', '17:00')],
    ],
    [
      'windows that touch are one',
      [on(['MONDAY'], '09:00', '12:30'), on(['MONDAY'], '12:30', '17:00')],
      [on(['MONDAY'], '09:00', '17:00')],
    ],
    [
      'a night is one window across midnight',
      [on(['FRIDAY'], '22:00', '24:00'), on(['SATURDAY'], '00:00', '02:00')],
      [on(['FRIDAY'], '22:00', '02:00')],
    ],
    [
      'so is the night from Sunday to Monday',
      [on(['SUNDAY'], '22:00', '00:00'), on(['MONDAY'], '00:00', '02:00')],
      [on(['SUNDAY'], '22:00', '02:00')],
    ],
    [
      'all nights of the week are one window',
      [on(WEEK, '20:00', '24:00'), on(WEEK, '00:00', '04:00')],
      [on(WEEK, '20:00', '04:00')],
    ],
    [
      'a night stays cut where the other days then need no window of their own',
      [
        on(['MONDAY', 'SATURDAY', 'SUNDAY'], '00:00', '02:00'),
        on(['WEDNESDAY', 'FRIDAY'], '22:00', '24:00'),
      ],
      [
        on(['MONDAY', 'SATURDAY', 'SUNDAY'], '00:00', '02:00'),
        on(['WEDNESDAY', 'FRIDAY'], '22:00', '24:00'),
      ],
    ],
    [
      'a whole day is not part of a night',
      [on(['SATURDAY'], '00:00', '24:00'), on(['FRIDAY'], '22:00', '24:00')],
      [on(['FRIDAY'], '22:00', '24:00'), on(['SATURDAY'], '00:00', '24:00')],
    ],
    [
      'what lasts a day or longer is cut at midnight',
      [on(['MONDAY'], '10:00', '24:00'), on(['TUESDAY'], '00:00', '10:00')],
      [on(['MONDAY'], '10:00', '24:00'), on(['TUESDAY'], '00:00', '10:00')],
    ],
  ])('%s', (_, written, expected) => {
    expect(rewritten(written)).toEqual(expected);
  });
});

/** How many windows begin when another ends, besides at midnight. */
function touching(windows: readonly DaypartingWindow[]): number {
  const ends = new Set(windows.map(({ endMinute }) => endMinute % 1440));
  return windows.filter(({ startMinute }) => startMinute !== 0 && ends.has(startMinute)).length;
}
