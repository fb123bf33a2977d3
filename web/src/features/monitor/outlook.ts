import type { CurvePoint, Day } from './day-curve.js';
import { exhaustionAt, idealAt, type Pace } from './projection.js';

/** What is to be expected of a day's budget. */
export type Outlook =
  | { readonly kind: 'uncapped' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'exhausted' }
  | { readonly kind: 'exhausts'; readonly at: number }
  /** Something is spent, but not enough to use the budget up. */
  | { readonly kind: 'lasts' }
  /** Nothing was spent of late. */
  | { readonly kind: 'idle' };

export interface OutlookInput {
  readonly day: Day;
  /** What is spent now. */
  readonly last: CurvePoint;
  readonly capMicros: bigint | null;
  /** The pace of late; null: not known. */
  readonly pace: Pace | null;
}

/** Whether a budget lasts for the day at the pace of late. */
export function outlookOf({ day, last, capMicros, pace }: OutlookInput): Outlook {
  if (capMicros === null) return { kind: 'uncapped' };
  if (last.micros >= capMicros) return { kind: 'exhausted' };
  if (pace === null || last.at >= day.end) return { kind: 'unknown' };
  const at = exhaustionAt(last, pace, capMicros);
  if (at === null) return { kind: 'idle' };
  return at < day.end ? { kind: 'exhausts', at } : { kind: 'lasts' };
}

/** How far a day is ahead of an even pace: 0.06 is 6 % ahead; null: nothing to compare with. */
export function leadOf({ day, last, capMicros }: Omit<OutlookInput, 'pace'>): number | null {
  if (capMicros === null) return null;
  const ideal = idealAt(day, capMicros, last.at);
  return ideal <= 0n ? null : Number(((last.micros - ideal) * 10_000n) / ideal) / 10_000;
}
