import fc from 'fast-check';

import { DAYS_OF_WEEK, MINUTES_PER_DAY } from '../../src/domain/schedule/window.js';
import type { DaypartingWindow } from '../../src/domain/schedule/window.js';

/** Zones that between them do all that zones do: see the notes. */
export const ODD_ZONES = [
  'UTC',
  'Europe/Vienna',
  'America/New_York',
  'Asia/Kolkata', // half an hour off, never changes
  'Australia/Lord_Howe', // changes by half an hour
  'America/Sao_Paulo', // no midnight on the first day of summer time until 2018
  'America/Havana', // goes forward at midnight, back to midnight
  'Asia/Beirut', // goes back from midnight to 23:00
  'America/St_Johns', // went back from 00:01 to 23:01 of the day before
  'Pacific/Apia', // had no 2011-12-30
  'Africa/Casablanca', // changes around a lunar month, backwards first
  'Antarctica/Troll', // changes by two hours
  'Antarctica/Casey', // went back from 02:00 by three hours
  'Pacific/Chatham', // 45 minutes off
  'America/Nuuk', // goes back on a Saturday evening
  'Europe/Dublin', // its winter time is the exception
];

const FROM = Date.UTC(2000, 0, 1);
const UNTIL = Date.UTC(2040, 0, 1);
const THREE_DAYS_MS = 3 * 86_400_000;

/** A zone and an instant, half of the time within three days of a change of the zone's offset. */
export function zonedInstants(): fc.Arbitrary<{ zone: string; at: number }> {
  return fc
    .record({
      zone: fc.constantFrom(...ODD_ZONES),
      at: fc.integer({ min: FROM, max: UNTIL }),
      shift: fc.option(fc.integer({ min: -THREE_DAYS_MS, max: THREE_DAYS_MS })),
    })
    .map(({ zone, at, shift }) => ({
      zone,
      at: shift === null ? at : offsetChangeAfter(zone, at) + shift,
    }));
}

function offsetChangeAfter(zone: string, at: number): number {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return here.getTimeZoneTransition('next')?.epochMilliseconds ?? at;
}

/** A window that is sound in itself; half of its times are on the hour, so that windows meet. */
export function daypartingWindows(): fc.Arbitrary<DaypartingWindow> {
  const minutes = (min: number, max: number): fc.Arbitrary<number> =>
    fc.oneof(
      fc.integer({ min, max }),
      fc.integer({ min: min / 60, max: Math.floor(max / 60) }).map((hour) => hour * 60),
    );
  return fc
    .record({
      days: fc.subarray([...DAYS_OF_WEEK], { minLength: 1 }),
      startMinute: minutes(0, MINUTES_PER_DAY - 1),
      endMinute: minutes(0, MINUTES_PER_DAY),
    })
    .filter(({ startMinute, endMinute }) => startMinute !== endMinute || endMinute === 0);
}
