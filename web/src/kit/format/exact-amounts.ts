import { formatMicros, parseDecimal, SPEND_DECIMALS } from '../../../../src/domain/money/micros.js';
import type { Money } from './money.js';

const MICROS_PER_UNIT = 10 ** SPEND_DECIMALS;
/** Shares are cut after this many parts of one: more than any bar has pixels. */
const SHARE_PARTS = 1_000_000n;

/** The exact amount in millionths of the currency's unit; the API sends no more decimals than that. */
export function microsOf({ amount }: Money): bigint {
  const { unscaled, decimals } = parseDecimal(amount);
  return unscaled * 10n ** BigInt(SPEND_DECIMALS - decimals);
}

/** The amount as it is formatted. */
export function moneyOf(micros: bigint, currency: string): Money {
  return { amount: formatMicros(micros), currency };
}

/** `whole` less `part`, exact; both are of one currency. May be negative. */
export function differenceOf(whole: Money, part: Money): Money {
  return moneyOf(microsOf(whole) - microsOf(part), whole.currency);
}

/** The sum of amounts of one currency, exact; null of none. */
export function sumOf(amounts: readonly Money[]): Money | null {
  const [first] = amounts;
  if (first === undefined) return null;
  const micros = amounts.reduce((total, money) => total + microsOf(money), 0n);
  return moneyOf(micros, first.currency);
}

/** Whether an amount is above zero. */
export function isPositive(money: Money): boolean {
  return microsOf(money) > 0n;
}

/** Whether it is nothing at all. */
export function isNothing(money: Money): boolean {
  return microsOf(money) === 0n;
}

/** Whether one amount is more than another of the same currency. */
export function isMore(one: Money, other: Money): boolean {
  return microsOf(one) > microsOf(other);
}

/** `part` by `whole`, cut to a millionth: above 1 where it is more. Null without a whole, and of nothing. */
export function shareOf(part: Money, whole: Money | null): number | null {
  if (whole === null) return null;
  const wholeMicros = microsOf(whole);
  if (wholeMicros <= 0n) return null;
  return Number((microsOf(part) * SHARE_PARTS) / wholeMicros) / Number(SHARE_PARTS);
}

/** Where an amount is on a scale, in whole units: only to be drawn, as a float is not exact. */
export function toScale(micros: bigint): number {
  return Number(micros) / MICROS_PER_UNIT;
}
