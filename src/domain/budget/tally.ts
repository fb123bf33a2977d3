import type { Micros } from '../money/micros.js';

/** What one owner (a campaign or a brand) spent in one period. */
export interface Tally {
  /** All entries of the period, refunds subtracted, in micros. */
  readonly trueSpentMicros: Micros;
  /** What a reset set aside; 0 <= offset <= max(0, trueSpent). */
  readonly offsetMicros: Micros;
}

/** An owner's tallies of the current day and month. */
export interface OwnerTotals {
  readonly day: Tally;
  readonly month: Tally;
}

export const EMPTY_TALLY: Tally = { trueSpentMicros: 0n, offsetMicros: 0n };
export const EMPTY_TOTALS: OwnerTotals = { day: EMPTY_TALLY, month: EMPTY_TALLY };

/** What counts against a cap: true spend less what a reset set aside, never negative. */
export function countedMicros(tally: Tally): Micros {
  const counted = tally.trueSpentMicros - tally.offsetMicros;
  return counted > 0n ? counted : 0n;
}

/** A budget is exhausted as soon as the counted spend reaches it; no budget is never exhausted. */
export function isExhausted(tally: Tally, budgetMicros: Micros | null): boolean {
  return budgetMicros !== null && countedMicros(tally) >= budgetMicros;
}

/** Adds a spend (positive) or refund (negative). A refund first shrinks what was set aside. */
export function addToTally(tally: Tally, amountMicros: Micros): Tally {
  const trueSpentMicros = tally.trueSpentMicros + amountMicros;
  const offsetMicros =
    tally.offsetMicros < trueSpentMicros ? tally.offsetMicros : maxZero(trueSpentMicros);
  return { trueSpentMicros, offsetMicros };
}

/** Sets everything spent so far aside, so that the counted spend is zero again. */
export function resetTally(tally: Tally): Tally {
  return { ...tally, offsetMicros: maxZero(tally.trueSpentMicros) };
}

function maxZero(micros: Micros): Micros {
  return micros > 0n ? micros : 0n;
}
