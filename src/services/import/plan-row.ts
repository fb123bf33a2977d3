import { createHash } from 'node:crypto';
import { MAX_KEY_LENGTH } from '../../domain/input/key.js';
import type { ImportRow } from '../../domain/import/read-import-row.js';
import { spreadWeek } from '../../domain/import/spread-week.js';
import type { Micros } from '../../domain/money/micros.js';
import type { Instant } from '../../domain/time/instant.js';
import { addDays } from '../../domain/time/local-date.js';
import { startOfDay } from '../../domain/time/zone.js';

/** A day's spend of a row. */
export interface PlannedSpend {
  readonly eventId: string;
  readonly amountMicros: Micros;
  readonly occurredAt: Instant;
}

/** How a row becomes spends: `nth` is 1 for the first of equal rows. */
export interface RowPlan {
  readonly per: 'DAY' | 'WEEK';
  readonly timeZone: string;
  readonly nth: number;
}

/**
 * The spends of a row: of its day, or of the seven days of its week. Each is at the local start of its
 * day, under a key that follows from brand, campaign, date and `nth`, so that it is recorded once.
 * A day without spend has none; an amount that is too small to be spread is the first day's.
 */
export function planRow(row: ImportRow, { per, timeZone, nth }: RowPlan): readonly PlannedSpend[] {
  const amounts = per === 'DAY' ? [row.amountMicros] : spreadWeek(row.amountMicros);
  const key = rowKey(row, nth);
  return amounts.flatMap((amountMicros, day) => {
    if (amountMicros === 0n) return [];
    const occurredAt = startOfDay(addDays(row.date, day), timeZone);
    // The first day's key is the day's own: a week that was imported as a day is a conflict.
    return [{ eventId: eventIdOf(day === 0 ? key : `${key}+${day}`), amountMicros, occurredAt }];
  });
}

/** What makes rows equal: all but the amount, so that a corrected amount is noticed. */
export function equalityOf({ brandKey, campaignKey, date }: ImportRow): string {
  return [brandKey, campaignKey ?? '', date].map(encodeURIComponent).join('/');
}

/** The last day that a row's spend is of, as days after its date. */
export function lastDayOf(per: 'DAY' | 'WEEK'): number {
  return per === 'DAY' ? 0 : 6;
}

function rowKey(row: ImportRow, nth: number): string {
  return nth === 1 ? equalityOf(row) : `${equalityOf(row)}#${nth}`;
}

function eventIdOf(key: string): string {
  if (key.length <= MAX_KEY_LENGTH) return key;
  return `sha256:${createHash('sha256').update(key).digest('hex')}`;
}
