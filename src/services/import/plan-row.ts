import { createHash } from 'node:crypto';
import { MAX_KEY_LENGTH } from '../../domain/input/key.js';
import type { ImportRow } from '../../domain/import/read-import-row.js';
import { spreadWeek } from '../../domain/import/spread-week.js';
import type { Micros } from '../../domain/money/micros.js';
import type { Instant } from '../../domain/time/instant.js';

/** A day's spend of a row. */
export interface PlannedSpend {
  readonly eventId: string;
  readonly amountMicros: Micros;
  readonly occurredAt: Instant;
}

/** How a row becomes spends. */
export interface RowPlan {
  /** What the row is known by. */
  readonly key: string;
  /** The local starts of the days that share the amount, in order: of one or of a week's seven. */
  readonly days: readonly Instant[];
}

/**
 * The spends of a row, each at the local start of its day, under a key that follows from the row's, so
 * that it is recorded once. A day without spend has none; of an amount too small to be spread the
 * first day has all.
 */
export function planRow({ amountMicros }: ImportRow, { key, days }: RowPlan): PlannedSpend[] {
  const amounts = days.length === 1 ? [amountMicros] : spreadWeek(amountMicros);
  const spends: PlannedSpend[] = [];
  days.forEach((occurredAt, day) => {
    const amount = amounts[day] ?? 0n;
    if (amount === 0n) return;
    // The first day's key is the row's own: a week that was imported as a day is a conflict.
    const eventId = eventIdOf(day === 0 ? key : `${key}+${day}`);
    spends.push({ eventId, amountMicros: amount, occurredAt });
  });
  return spends;
}

/** What makes rows equal: all but the amount, so that a corrected amount is noticed. */
export function equalityOf({ brandKey, campaignKey, date }: ImportRow): string {
  return `${encodeURIComponent(brandKey)}/${encodeURIComponent(campaignKey ?? '')}/${date}`;
}

/** What a row is known by: what makes rows equal, and its place among equal ones, from 1. */
export function rowKey(equality: string, nth: number): string {
  return nth === 1 ? equality : `${equality}#${nth}`;
}

function eventIdOf(key: string): string {
  if (key.length <= MAX_KEY_LENGTH) return key;
  return `sha256:${createHash('sha256').update(key).digest('hex')}`;
}
