import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOpen } from '../../../../src/domain/schedule/schedule.js';
import { MINUTES_PER_WEEK } from '../../../../src/domain/schedule/week.js';
import type { DaypartingWindow } from '../../../../src/domain/schedule/window.js';
import {
  areOpen,
  cellsBetween,
  painted,
  partsOf,
  toggled,
} from '../../../../web/src/features/schedule/hours/cell.js';
import {
  ALWAYS,
  inverted,
  minutesOf,
  NEVER,
  type OpenHours,
  openHoursOf,
  sameHours,
} from '../../../../web/src/features/schedule/hours/open-hours.js';
import { PRESETS } from '../../../../web/src/features/schedule/hours/presets.js';
import { daypartingWindows } from '../../../support/calendar-arbitraries.js';
import { cells, openHours } from './hours-arbitraries.js';

const MONDAY = Date.UTC(2026, 10, 23);
const MINUTE_MS = 60_000;
const MINUTES = Array.from({ length: MINUTES_PER_WEEK }, (_, minute) => minute);

function minuteSet(hours: OpenHours): Set<number> {
  return new Set(
    hours.flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, index) => start + index),
    ),
  );
}

function minutesByServer(windows: readonly DaypartingWindow[]): Set<number> {
  return new Set(MINUTES.filter((minute) => isOpen(windows, 'UTC', MONDAY + minute * MINUTE_MS)));
}

describe('the open minutes of a week', () => {
  test('are those at which the server holds the windows to be open', () => {
    fc.assert(
      fc.property(fc.array(daypartingWindows(), { maxLength: 6 }), (windows) => {
        expect(minuteSet(openHoursOf(windows))).toEqual(minutesByServer(windows));
      }),
      { numRuns: 40 },
    );
  });

  test('and those that are closed are the week together, and inverting twice changes nothing', () => {
    fc.assert(
      fc.property(openHours(), (hours) => {
        const others = inverted(hours);
        expect(minutesOf(hours) + minutesOf(others)).toBe(MINUTES_PER_WEEK);
        expect(minuteSet(hours).isDisjointFrom(minuteSet(others))).toBe(true);
        expect(inverted(others)).toEqual(hours);
      }),
    );
  });

  test('never touch, so that the same minutes are always written alike', () => {
    fc.assert(
      fc.property(openHours(), cells(), fc.boolean(), (hours, cell, isToOpen) => {
        const after = painted(hours, [cell], isToOpen);
        after.forEach(({ start, end }, index) => {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThan(after[index - 1]?.end ?? -1);
        });
      }),
    );
  });
});

describe('painting', () => {
  test('sets every cell between two corners, and no other minute', () => {
    const strokes = fc.record({ from: cells(), to: cells(), isToOpen: fc.boolean() });
    fc.assert(
      fc.property(openHours(), strokes, (hours, { from, to, isToOpen }) => {
        const area = cellsBetween(from, to);
        const after = minuteSet(painted(hours, area, isToOpen));
        const inArea = minuteSet(painted(NEVER, area, true));
        const before = minuteSet(hours);
        const expected = isToOpen ? before.union(inArea) : before.difference(inArea);
        expect(after).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('covers the rectangle, whichever corner comes first', () => {
    expect(cellsBetween({ day: 4, hour: 16 }, { day: 0, hour: 9 })).toHaveLength(5 * 8);
    fc.assert(
      fc.property(cells(), cells(), (a, b) => {
        expect(cellsBetween(a, b)).toEqual(cellsBetween(b, a));
      }),
    );
  });

  test('twice over the same cells leaves them closed where all were open, else open', () => {
    fc.assert(
      fc.property(openHours(), cells(), cells(), (hours, a, b) => {
        const area = cellsBetween(a, b);
        const wasOpen = areOpen(hours, area);
        const once = toggled(hours, area);
        expect(areOpen(once, area)).toBe(!wasOpen);
        if (wasOpen) expect(sameHours(toggled(once, area), hours)).toBe(true);
      }),
    );
  });

  test('shows exactly which part of an hour is open', () => {
    const hours = [
      { start: 510, end: 525 },
      { start: 530, end: 600 },
    ];
    expect(partsOf(hours, { day: 0, hour: 8 })).toEqual([
      { start: 30, end: 45 },
      { start: 50, end: 60 },
    ]);
    expect(partsOf(hours, { day: 0, hour: 9 })).toEqual([{ start: 0, end: 60 }]);
    expect(partsOf(hours, { day: 0, hour: 10 })).toEqual([]);
  });
});

describe('presets', () => {
  test.each([
    ['always', 168],
    ['business', 40],
    ['evenings', 35],
    ['weekend', 48],
    ['invert', 168],
    ['clear', 0],
  ])('%s opens %d hours of a week that was closed', (id, count) => {
    const preset = PRESETS.find((one) => one.id === id);
    expect(minutesOf(preset?.apply(NEVER) ?? ALWAYS)).toBe(count * 60);
  });
});
