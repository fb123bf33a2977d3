import { formatMicros, parseDecimal, SPEND_DECIMALS } from '../../../../src/domain/money/micros.js';
import type { Money } from '../../kit/format/money.js';

/** `whole` less `part`, exact; both are of one currency. May be negative. */
export function moneyDifference(whole: Money, part: Money): Money {
  const micros = microsOf(whole) - microsOf(part);
  return { amount: formatMicros(micros), currency: whole.currency };
}

/** Whether it is nothing at all. */
export function isNothing(money: Money): boolean {
  return microsOf(money) === 0n;
}

/** Which of two amounts of one currency is more: below zero, zero or above it. */
export function compareMoney(a: Money, b: Money): number {
  const difference = microsOf(a) - microsOf(b);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** What a bar of a picture is long: `part` by `whole`, 0 to 1, good enough to draw with and no more. */
export function shareOf(part: Money, whole: Money): number {
  const all = microsOf(whole);
  if (all <= 0n) return 0;
  return Math.min(1, Math.max(0, Number((microsOf(part) * 10_000n) / all) / 10_000));
}

function microsOf({ amount }: Money): bigint {
  const { unscaled, decimals } = parseDecimal(amount);
  // The API gives no more decimals than a micro has.
  return unscaled * 10n ** BigInt(SPEND_DECIMALS - decimals);
}
