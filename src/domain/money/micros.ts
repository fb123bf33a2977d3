import { err, ok } from '../result.js';
import type { Result } from '../result.js';

/** An exact amount: millionths (1e-6) of a unit of the brand's currency. */
export type Micros = bigint;

/** An exact decimal number of any length: `unscaled` / 10^`decimals`. */
export interface ExactDecimal {
  readonly unscaled: bigint;
  /** How many digits followed the point as it was sent, zeros included. */
  readonly decimals: number;
}

/** What an amount of spend may have at most; one micro is the last of them. */
export const SPEND_DECIMALS = 6;

/** How an amount is spelled: never an exponent, a plus, a leading zero or a bare point. */
export const DECIMAL_PATTERN = /^-?(0|[1-9]\d{0,29})(\.\d{1,30})?$/;

/**
 * The largest sum that a counter may hold: a signed 64-bit integer of the database, rounded down.
 */
export const MAX_COUNTER_MICROS: Micros = 9n * 10n ** 18n;

const MICROS_PER_UNIT = 10n ** BigInt(SPEND_DECIMALS);
const AMOUNT_LIMIT_MICROS = 10n ** 12n * MICROS_PER_UNIT;

/**
 * The number in `text`, which matches {@link DECIMAL_PATTERN}; up to 30 digits on either side of
 * the point.
 */
export function parseDecimal(text: string): ExactDecimal {
  const [whole = '', fraction = ''] = text.split('.');
  return { unscaled: BigInt(whole + fraction), decimals: fraction.length };
}

/**
 * The amount in `text`, which matches {@link DECIMAL_PATTERN}. TOO_PRECISE if it was sent with more
 * than `maxDecimals` (0 to 6) decimals, even zeros; otherwise OUT_OF_RANGE if it is not above zero
 * and below 10^12.
 */
export function parseAmount(
  text: string,
  maxDecimals: number,
): Result<Micros, 'TOO_PRECISE' | 'OUT_OF_RANGE'> {
  const { unscaled, decimals } = parseDecimal(text);
  if (decimals > maxDecimals) return err('TOO_PRECISE');
  const micros = unscaled * 10n ** BigInt(SPEND_DECIMALS - decimals);
  return micros > 0n && micros < AMOUNT_LIMIT_MICROS ? ok(micros) : err('OUT_OF_RANGE');
}

/** The exact decimal number of units, without trailing zeros: `12.5`, `-0.5`, `0`. */
export function formatMicros(micros: Micros): string {
  const size = micros < 0n ? -micros : micros;
  const fraction = (size % MICROS_PER_UNIT)
    .toString()
    .padStart(SPEND_DECIMALS, '0')
    .replace(/0+$/, '');
  const sign = micros < 0n ? '-' : '';
  const whole = (size / MICROS_PER_UNIT).toString();
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}
