import type { ReactNode } from 'react';
import type { UsageFragment } from '../../client/generated/graphql.js';
import { formatCoins, formatMoney } from '../../kit/format/money.js';
import { MoneyText } from '../../kit/format/money-text.js';
import { formatShare } from '../../kit/usage-bar.js';
import { moneyOf } from '../../kit/format/exact-amounts.js';
import type { ChartModel } from './chart-model.js';
import { describeLead, describeOutlook, type Remark } from './chart-words.js';
import classes from './spend-chart.module.css';

export interface SpendFactsProps {
  readonly usage: UsageFragment;
  readonly model: ChartModel;
}

/** What counts, in words and numbers: spent of the budget, ahead or behind, and when it is exhausted. */
export function SpendFacts({ usage, model }: SpendFactsProps): ReactNode {
  const { spent, budget, utilization } = usage;
  const { lead, outlook, timeZone, setAsideMicros, currency } = model;
  return (
    <div className={classes.facts}>
      <span className={classes.spent}>
        <MoneyText money={spent} />
      </span>
      {budget === null ? null : (
        <span className={classes.budget} title={formatMoney(budget)}>
          of {formatCoins(budget)}
          {utilization === null ? '' : ` · ${formatShare(utilization)}`}
        </span>
      )}
      <Chip
        remark={describeLead(lead)}
        title="Compared with spending the budget evenly over the day."
      />
      <Chip
        remark={describeOutlook(outlook, timeZone)}
        title={`At the pace of the last 3 hours, in ${timeZone}.`}
      />
      {setAsideMicros > 0n ? (
        <Chip
          remark={{
            text: `${formatCoins(moneyOf(setAsideMicros, currency))} set aside by a reset`,
            tone: 'plain',
          }}
          title="It was spent today, and does not count against the budget any more."
        />
      ) : null}
    </div>
  );
}

function Chip({
  remark,
  title,
}: {
  readonly remark: Remark | null;
  readonly title: string;
}): ReactNode {
  if (remark === null) return null;
  return (
    <span className={classes.chip} data-tone={remark.tone} title={title}>
      {remark.text}
    </span>
  );
}
