import type { LocalDate } from './instant.js';

const MS_PER_DAY = 86_400_000;

/** The date that is `days` days after 1970-01-01 in the calendar. */
export function dateOfEpochDay(days: number): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(days * MS_PER_DAY)
    .toString()
    .slice(0, 10);
}

/** The date `days` later in the calendar of no zone: every date exists. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The first day of the date's month. */
export function monthOf(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`;
}

/** The first day of the month after the date's. */
export function monthAfter(date: LocalDate): LocalDate {
  return Temporal.PlainDate.from(monthOf(date)).add({ months: 1 }).toString();
}
