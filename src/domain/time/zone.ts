import type { Instant, LocalDate } from './instant.js';
import { addDays, dateOfWall, midnightOf, MS_PER_DAY } from './local-date.js';
import { offsetSpanAt } from './offset-span.js';

/** Letters first: offsets such as `+02:00` are not names. */
const NAME_PATTERN = /^[A-Za-z][A-Za-z0-9_+/-]*$/;

/** Whether `name` is a zone or link of the IANA database in its own spelling; an offset is not. */
export function isTimeZone(name: string): boolean {
  if (!NAME_PATTERN.test(name)) return false;
  try {
    return new Temporal.ZonedDateTime(0n, name).timeZoneId === name;
  } catch {
    return false;
  }
}

/**
 * The local day of `at`: the latest date that the zone's clocks have reached. So days never go
 * back, even where clocks are put back over midnight, and `at` is always in the `dayPeriod` of its
 * local date. `zone` is one that {@link isTimeZone} takes.
 */
export function localDate(at: Instant, zone: string): LocalDate {
  const span = offsetSpanAt(zone, at);
  return dateOfWall(Math.max(at + span.offsetMs, span.wallBefore - 1));
}

/**
 * The first instant at which the zone's clocks have reached the date. It need not be 00:00; of a
 * date that does not exist it is the start of the one after it.
 */
export function startOfDay(date: LocalDate, zone: string): Instant {
  const midnight = midnightOf(date);
  // No zone is a day or more away from UTC, so its clocks cannot have reached the date by then.
  let span = offsetSpanAt(zone, midnight - MS_PER_DAY);
  while (span.until + span.offsetMs <= midnight) span = offsetSpanAt(zone, span.until);
  return Math.max(span.from, midnight - span.offsetMs);
}

/** The next date that exists in the zone: 2011-12-31 after 2011-12-29 in Pacific/Apia. */
export function dateAfter(date: LocalDate, zone: string): LocalDate {
  return localDate(startOfDay(addDays(date, 1), zone), zone);
}
