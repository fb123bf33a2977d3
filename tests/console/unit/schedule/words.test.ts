import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DayOfWeek } from '../../../../src/domain/schedule/window.js';
import { nextClockChange } from '../../../../web/src/features/schedule/clock-change.js';
import {
  cellName,
  cellState,
  describeDays,
  describeEnd,
  formatHours,
} from '../../../../web/src/features/schedule/hours/words.js';
import { describeWhen, weekMomentAt } from '../../../../web/src/features/schedule/when.js';
import { zonedInstants } from '../../../support/calendar-arbitraries.js';

const BERLIN = 'Europe/Berlin';
/** A Wednesday, 20:01 in Berlin. */
const NOW = Date.parse('2026-11-25T19:01:00Z');

describe('the words of a schedule', () => {
  test('name a cell and its state to the minute', () => {
    expect(cellName({ day: 0, hour: 8 })).toBe('Monday 08:00 to 09:00');
    expect(cellName({ day: 6, hour: 23 })).toBe('Sunday 23:00 to 24:00');
    const cell = { day: 0, hour: 8 };
    expect(cellState(cell, [])).toBe('closed');
    expect(cellState(cell, [{ start: 0, end: 60 }])).toBe('open');
    expect(cellState(cell, [{ start: 30, end: 60 }])).toBe('open 08:30 to 09:00');
    const parts = [
      { start: 0, end: 10 },
      { start: 50, end: 60 },
    ];
    expect(cellState(cell, parts)).toBe('open 08:00 to 08:10 and 08:50 to 09:00');
  });

  test.each<[DayOfWeek[], string]>([
    [['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'], 'Mon–Fri'],
    [['SUNDAY', 'MONDAY', 'SATURDAY', 'WEDNESDAY'], 'Mon, Wed, Sat, Sun'],
    [['FRIDAY', 'SATURDAY', 'SUNDAY', 'TUESDAY'], 'Tue, Fri–Sun'],
    [[], ''],
  ])('call %j %j', (days, text) => {
    expect(describeDays(days)).toBe(text);
  });

  test('say when a window ends if that is not on its day', () => {
    const end = (days: DayOfWeek[], startMinute: number, endMinute: number): string | null =>
      describeEnd({ days, startMinute, endMinute });
    expect(end(['FRIDAY'], 1320, 120)).toBe('Across midnight: ends Sat 02:00');
    expect(end(['SUNDAY'], 1320, 120)).toBe('Across midnight: ends Mon 02:00');
    expect(end(['FRIDAY', 'SUNDAY'], 1320, 120)).toBe('Across midnight: ends 02:00 the next day');
    expect(end(['FRIDAY'], 1320, 0)).toBe('Until the end of the day');
    expect(end(['FRIDAY'], 0, 1440)).toBe('The whole day');
    expect(end(['FRIDAY'], 0, 1439)).toBeNull();
  });

  test('count hours to the minute', () => {
    expect([3600, 450, 15, 0].map(formatHours)).toEqual(['60', '7.5', '0.25', '0']);
  });

  test.each([
    ['2026-11-25T21:00:00Z', 'today 22:00'],
    ['2026-11-25T23:00:00Z', 'tomorrow 00:00'],
    ['2026-11-30T07:00:00Z', 'Mon 08:00'],
    ['2026-12-01T23:00:00Z', 'Wed 2 Dec, 00:00'],
  ])('call %s %s', (at, text) => {
    expect(describeWhen(at, NOW, BERLIN)).toBe(text);
  });
});

describe('the clocks of a zone', () => {
  test('show what the platform’s calendar says', () => {
    fc.assert(
      fc.property(zonedInstants(), ({ zone, at }) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        expect(weekMomentAt(at, zone)).toEqual({
          day: local.dayOfWeek - 1,
          minute: local.hour * 60 + local.minute,
        });
      }),
    );
  });

  test('are next changed when the time zone database says', () => {
    expect(nextClockChange(NOW, BERLIN)).toEqual({
      atMs: Date.parse('2027-03-28T01:00:00Z'),
      byMinutes: 60,
    });
    expect(nextClockChange(Date.parse('2027-03-28T01:00:00Z'), BERLIN)).toEqual({
      atMs: Date.parse('2027-10-31T01:00:00Z'),
      byMinutes: -60,
    });
    expect(nextClockChange(NOW, 'Asia/Kolkata')).toBeNull();
  });
});
