import type { ReactNode } from 'react';
import { formatCoins, formatMoney, type Money } from './money.js';

/** An amount in the currency's coins, or a dash for none; all of its digits are its tooltip. */
export function MoneyText({ money }: { readonly money: Money | null }): ReactNode {
  if (money === null) return '–';
  return (
    <span className="number" title={formatMoney(money)}>
      {formatCoins(money)}
    </span>
  );
}
