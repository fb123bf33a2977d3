import type { Instant, LocalDate } from './instant.js';
import { addDays, dateOfEpochDay } from './local-date.js';
import { offsetSpanAt } from './offset-span.js';

const MS_PER_DAY = 86_400_000;

/** Letters first: offsets such as `+02:00` are not names. */
const NAME_PATTERN = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

/** Whether `name` is a zone or link of the IANA database in its own spelling; an offset is not. */
export function isTimeZone(name: string): boolean {
  if (!NAME_PATTERN.test(name)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId === name;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The local day of `at`. Days never go back: where clocks are put back over midnight, the day that
 * has begun goes on. So `at` is always in the `dayPeriod` of its local date. `zone` is one that
 * {@link isTimeZone} takes.
 */
export function localDate(at: Instant, zone: string): LocalDate {
  const span = offsetSpanAt(zone, at);
  const day = Math.floor((at + span.offsetMs) / MS_PER_DAY);
  return dateOfEpochDay(Math.max(day, Math.floor((span.wallBefore - 1) / MS_PER_DAY)));
}

/**
 * The first instant of the date, which need not be 00:00; of a date that does not exist, of the one
 * after it.
 */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}

/** The next date that exists in the zone: 2011-12-31 after 2011-12-29 in Pacific/Apia. */
export function dateAfter(date: LocalDate, zone: string): LocalDate {
  return localDate(startOfDay(addDays(date, 1), zone), zone);
}
