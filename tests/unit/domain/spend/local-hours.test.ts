import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hourAfter, startOfHour } from '../../../../src/domain/spend/local-hours.js';
import { formatInstant } from '../../../../src/domain/time/instant.js';
import { zonedInstants } from '../../../support/calendar-arbitraries.js';
import { instant } from '../../../support/instants.js';

const DAY_MS = 86_400_000;

/** The starts of the local hours from one that holds `from` to one that holds `until`. */
function starts(zone: string, from: string, until: string): string[] {
  const all: string[] = [];
  for (let hour = startOfHour(instant(from), zone); hour < instant(until);) {
    all.push(formatInstant(hour).slice(11, 16));
    hour = hourAfter(hour, zone);
  }
  return all;
}

function wallAt(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

describe('local hours', () => {
  test('begin at full hours of the wall clock, also half an hour off', () => {
    expect(starts('Asia/Kolkata', '2026-07-15T12:10Z', '2026-07-15T14:00Z')).toEqual([
      '11:30',
      '12:30',
      '13:30',
    ]);
  });

  test('are one less on the day that skips one', () => {
    const day = starts('Europe/Vienna', '2026-03-28T23:00Z', '2026-03-29T22:00Z');
    expect(day).toHaveLength(23);
    expect(day.slice(0, 3)).toEqual(['23:00', '00:00', '01:00']);
  });

  test('are one more on the day that repeats one', () => {
    const day = starts('Europe/Vienna', '2026-10-24T22:00Z', '2026-10-25T23:00Z');
    expect(day).toHaveLength(25);
    expect(day.slice(1, 5)).toEqual(['23:00', '00:00', '01:00', '02:00']);
  });

  test('are shorter or longer where the clocks jump by half an hour', () => {
    expect(starts('Australia/Lord_Howe', '2026-10-03T14:30Z', '2026-10-03T17:00Z')).toEqual([
      '14:30', // 01:00
      '15:30', // 02:30, the clocks having jumped from 02:00
      '16:00', // 03:00
    ]);
    expect(starts('Australia/Lord_Howe', '2026-04-04T14:00Z', '2026-04-04T16:30Z')).toEqual([
      '14:00', // 01:00; at 02:00 the clocks go back to 01:30
      '15:30', // 02:00
    ]);
  });

  test('hold their instants and follow each other without a gap', () => {
    fc.assert(
      fc.property(zonedInstants(), ({ zone, at }) => {
        const start = startOfHour(at, zone);
        const next = hourAfter(start, zone);
        expect(start).toBeLessThanOrEqual(at);
        expect(next).toBeGreaterThan(at);
        expect(startOfHour(next, zone)).toBe(next);
        expect(startOfHour(next - 1, zone)).toBe(start);
      }),
    );
  });

  test('begin where the wall clock shows a full hour or another one than before', () => {
    fc.assert(
      fc.property(zonedInstants(), ({ zone, at }) => {
        const start = startOfHour(at, zone);
        const { hour, minute, second } = wallAt(start, zone);
        const isFull = minute === 0 && second === 0;
        expect(isFull || hour !== wallAt(start - 1, zone).hour).toBe(true);
        for (let inside = start; inside < hourAfter(start, zone); inside += 5 * 60_000) {
          expect(wallAt(inside, zone).hour).toBe(hour);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('are about as many as a day has', () => {
    fc.assert(
      fc.property(zonedInstants(), ({ zone, at }) => {
        let hours = 0;
        for (let hour = startOfHour(at, zone); hour < at + DAY_MS; hour = hourAfter(hour, zone)) {
          hours += 1;
        }
        expect(hours).toBeGreaterThanOrEqual(22);
        expect(hours).toBeLessThanOrEqual(28);
      }),
    );
  });
});
