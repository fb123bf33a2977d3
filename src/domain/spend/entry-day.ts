import type { Brand } from '../brand/brand.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/local-date.js';
import { localDate } from '../time/zone.js';

/**
 * The local day that a spend counts in. What happens within or after the current period, or at an
 * instant that the sender left open, counts in the current day, so that nothing counts tomorrow;
 * what happened before counts in the local day in which it did.
 */
export function entryDay(
  { day, timeZone }: Pick<Brand, 'day' | 'timeZone'>,
  occurredAt: Instant | null,
): LocalDate {
  if (occurredAt === null || occurredAt >= day.startsAt) return day.date;
  const date = localDate(occurredAt, timeZone);
  return date < day.date ? date : day.date;
}
