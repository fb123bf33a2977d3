import type { Instant, LocalDate } from './instant.js';
import { monthAfter, monthOf } from './local-date.js';
import { dateAfter, startOfDay } from './zone.js';

export { monthOf } from './local-date.js';

/** The length of a budget's period: a local day or a local month. */
export type BudgetPeriod = 'DAY' | 'MONTH';

/** A local day, or a local month named by its first day: `[startsAt, endsAt)`. */
export interface Period {
  readonly date: LocalDate;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/**
 * The local day: it ends where the next date that exists begins. A date that does not exist is an
 * empty period.
 */
export function dayPeriod(date: LocalDate, zone: string): Period {
  return {
    date,
    startsAt: startOfDay(date, zone),
    endsAt: startOfDay(dateAfter(date, zone), zone),
  };
}

/** The local month of the date. */
export function monthPeriod(date: LocalDate, zone: string): Period {
  const first = monthOf(date);
  return {
    date: first,
    startsAt: startOfDay(first, zone),
    endsAt: startOfDay(monthAfter(first), zone),
  };
}
