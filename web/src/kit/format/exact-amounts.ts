import { formatMicros, parseDecimal, SPEND_DECIMALS } from '../../../../src/domain/money/micros.js';
import type { Money } from './money.js';

/** The amount in millionths of the currency's unit, exact. */
function microsOf({ amount }: Money): bigint {
  const { unscaled, decimals } = parseDecimal(amount);
  return unscaled * 10n ** BigInt(SPEND_DECIMALS - decimals);
}

/** What is left of a budget, exact; negative where more was spent. Null without a budget. */
export function remainingOf(spent: Money, budget: Money | null): Money | null {
  if (budget === null) return null;
  return { amount: formatMicros(microsOf(budget) - microsOf(spent)), currency: budget.currency };
}

/** The sum of amounts of one currency, exact; null of none. */
export function sumOf(amounts: readonly Money[]): Money | null {
  const [first] = amounts;
  if (first === undefined) return null;
  const sum = amounts.reduce((total, money) => total + microsOf(money), 0n);
  return { amount: formatMicros(sum), currency: first.currency };
}

/** Whether an amount is above zero. */
export function isPositive(money: Money): boolean {
  return microsOf(money) > 0n;
}

/** Whether one amount is more than another of the same currency. */
export function isMore(one: Money, other: Money): boolean {
  return microsOf(one) > microsOf(other);
}
