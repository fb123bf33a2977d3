import type { ReactNode } from 'react';
import { formatCoins, formatMoney } from '../../kit/format/money.js';
import { formatClock } from '../../kit/format/time.js';
import { moneyOf } from '../../kit/format/exact-amounts.js';
import type { ChartModel } from './chart-model.js';
import classes from './spend-chart.module.css';

/** The chart as a table: what was spent by the end of each hour, and is to be expected. */
export function SpendTable({ model }: { readonly model: ChartModel }): ReactNode {
  const { rows, currency, timeZone, last, now } = model;
  const rounded = (micros: bigint | null): string =>
    micros === null ? '–' : formatCoins(moneyOf(micros, currency));
  return (
    <div className={classes.tableFrame} tabIndex={0} role="region" aria-label="Spend by hour">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">By</th>
            <th scope="col">Spent</th>
            <th scope="col">Ideal</th>
            <th scope="col">Projection</th>
            <th scope="col">From – to</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, spent, ideal, likely, low, high }) => (
            <tr key={at} data-now={at === last.at}>
              <th scope="row">
                {formatClock(at, timeZone)}
                {at === now ? ' (now)' : ''}
              </th>
              <td>{spent === null ? '–' : formatMoney(moneyOf(spent, currency))}</td>
              <td>{rounded(ideal)}</td>
              <td>{rounded(likely)}</td>
              <td>{low === null || high === null ? '–' : `${rounded(low)} – ${rounded(high)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
