import type { ReactNode } from 'react';
import type { OverviewQuery } from '../../client/generated/graphql.js';
import { MoneyText } from '../../kit/format/money-text.js';
import type { Money } from '../../kit/format/money.js';
import { UsageBar } from '../../kit/usage-bar.js';
import { shareOf } from '../../kit/format/exact-amounts.js';
import classes from './totals.module.css';

export type Total = OverviewQuery['overview']['totals'][number];

/** What all brands of each currency spent today and this month, against the sum of their budgets. */
export function Totals({ totals }: { readonly totals: readonly Total[] }): ReactNode {
  return (
    <table className={`${classes.totals} live`}>
      <thead>
        <tr>
          <th scope="col">Currency</th>
          <th scope="col">Today</th>
          <th scope="col">This month</th>
        </tr>
      </thead>
      <tbody>
        {totals.map(({ currency, today, dailyBudget, thisMonth, monthlyBudget }) => (
          <tr key={currency}>
            <th scope="row">{currency}</th>
            <td>
              <Against spent={today} budget={dailyBudget} label={`${currency} of today’s budget`} />
            </td>
            <td>
              <Against
                spent={thisMonth}
                budget={monthlyBudget}
                label={`${currency} of this month’s budget`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface AgainstProps {
  readonly spent: Money;
  /** Null: a brand of that currency has none, so that there is no sum. */
  readonly budget: Money | null;
  readonly label: string;
}

function Against({ spent, budget, label }: AgainstProps): ReactNode {
  return (
    <div className={classes.against}>
      <span className={classes.amounts}>
        <span className={classes.spent}>
          <MoneyText money={spent} />
        </span>
        {budget === null ? null : (
          <span className={classes.budget}>
            of <MoneyText money={budget} />
          </span>
        )}
      </span>
      {budget === null ? (
        <span className={classes.none} title="A brand of this currency has no budget.">
          not capped
        </span>
      ) : (
        <UsageBar utilization={shareOf(spent, budget)} label={label} />
      )}
    </div>
  );
}
