import type { Instant, LocalDate } from './instant.js';

export type { LocalDate } from './instant.js';

/** The length of a day without a change of offset, in milliseconds. */
export const MS_PER_DAY = 86_400_000;

/** The date that a clock without a zone, at `wallMs` milliseconds after 1970-01-01T00:00, shows. */
export function dateOfWall(wallMs: number): LocalDate {
  return new Date(wallMs).toISOString().slice(0, 10);
}

/** The instant at which the date begins in UTC: its midnight in the time of {@link dateOfWall}. */
export function midnightOf(date: LocalDate): Instant {
  return Date.parse(date);
}

/** The date `days` later in the calendar of no zone, where every date exists. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfWall(midnightOf(date) + days * MS_PER_DAY);
}

/** The first day of the date's month. */
export function monthOf(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`;
}

/** The first day of the month after the date's. */
export function monthAfter(date: LocalDate): LocalDate {
  // Months have 28 to 31 days: this lands on one of the first four of the next.
  return monthOf(addDays(monthOf(date), 31));
}
