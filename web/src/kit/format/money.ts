import { exponentOf } from '../../../../src/domain/money/currency.js';
import { SPEND_DECIMALS } from '../../../../src/domain/money/micros.js';

/** An exact amount, as the API sends it. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** Whole units of the currency's smallest coin, or all that there is. */
type Precision = 'coins' | 'exact';

const formats = new Map<string, Intl.NumberFormat>();

/** The amount in its currency, exact: micros are shown where there are any. */
export function formatMoney({ amount, currency }: Money): string {
  // Browsers format the digits of a string as they are, without a float in between.
  return formatOf(currency, 'exact').format(amount as unknown as number);
}

/** The amount in the currency's coins, cut and not rounded: 99.999999 is not yet 100. */
export function formatCoins({ amount, currency }: Money): string {
  return formatOf(currency, 'coins').format(amount as unknown as number);
}

/** The same without a currency's sign, for a file. */
export function csvMoney(money: Money | null): string {
  return money?.amount ?? '';
}

function formatOf(currency: string, precision: Precision): Intl.NumberFormat {
  const key = `${currency} ${precision}`;
  const known = formats.get(key);
  if (known) return known;
  const coins = exponentOf(currency);
  const format = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: coins,
    maximumFractionDigits: precision === 'coins' ? coins : SPEND_DECIMALS,
    roundingMode: 'trunc',
  });
  formats.set(key, format);
  return format;
}
