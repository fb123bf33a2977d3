import { nameOf, type Reader, refused } from '../input/reading.js';
import { type Micros, parseAmount } from '../money/micros.js';
import { ok } from '../result.js';

/**
 * Reads caps, decimal strings that match `DECIMAL_PATTERN`, into micros: TOO_PRECISE with more
 * decimals than the currency has, OUT_OF_RANGE if not above 0 and below 10^12.
 */
export function budgetReader(maxDecimals: number): Reader<string, Micros> {
  return (text, field) => {
    const amount = parseAmount(text, maxDecimals);
    if (amount.ok) return ok(amount.value);
    const rule =
      amount.error === 'TOO_PRECISE'
        ? `has more decimals than the ${maxDecimals} of the currency`
        : 'must be more than 0 and less than 1000000000000';
    return refused(field, amount.error, `The ${nameOf(field)} ${text} ${rule}.`);
  };
}
