import { formatInstant, type Instant } from '../domain/time/instant.js';

const FIRST = Temporal.Instant.from('0001-01-01T00:00:00.000Z').epochMilliseconds;
const LAST = Temporal.Instant.from('9999-12-31T23:59:59.999Z').epochMilliseconds;

/** An instant for a comparison in SQL; one beyond all that rows can hold is cut to the ends. */
export function instantValue(instant: Instant): string {
  return formatInstant(withinRows(instant));
}

/** The nearest instant that rows can hold. */
export function withinRows(instant: Instant): Instant {
  return Math.min(Math.max(instant, FIRST), LAST);
}
