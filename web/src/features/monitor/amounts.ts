import { formatMicros, parseDecimal, SPEND_DECIMALS } from '../../../../src/domain/money/micros.js';
import type { Money } from '../../kit/format/money.js';

const MICROS_PER_UNIT = 10 ** SPEND_DECIMALS;
/** Shares are cut after this many parts of one: more than any bar has pixels. */
const SHARE_PARTS = 1_000_000n;

/** The exact amount in millionths; the API sends no more decimals than that. */
export function microsOf({ amount }: Money): bigint {
  const { unscaled, decimals } = parseDecimal(amount);
  return unscaled * 10n ** BigInt(SPEND_DECIMALS - decimals);
}

/** The amount as it is formatted. */
export function moneyOf(micros: bigint, currency: string): Money {
  return { amount: formatMicros(micros), currency };
}

/** Where an amount is on a scale, in whole units: only to be drawn, as a float is not exact. */
export function toScale(micros: bigint): number {
  return Number(micros) / MICROS_PER_UNIT;
}

/** Spent by budget, cut to a millionth; null without a budget, and of a budget of nothing. */
export function shareOf(spent: Money, budget: Money | null): number | null {
  if (budget === null) return null;
  const budgetMicros = microsOf(budget);
  if (budgetMicros <= 0n) return null;
  return Number((microsOf(spent) * SHARE_PARTS) / budgetMicros) / Number(SHARE_PARTS);
}
