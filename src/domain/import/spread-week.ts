import type { Micros } from '../money/micros.js';

const DAYS_PER_WEEK = 7;

/**
 * A week's amount as the amounts of its seven days, in order: equal but for what cannot be divided,
 * which is the first day's. They add up to the amount, which is not negative.
 */
export function spreadWeek(amountMicros: Micros): readonly Micros[] {
  const days = BigInt(DAYS_PER_WEEK);
  const each = amountMicros / days;
  const first = amountMicros - each * (days - 1n);
  return [first, ...Array.from({ length: DAYS_PER_WEEK - 1 }, () => each)];
}
