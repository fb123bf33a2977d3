import type { ReactNode } from 'react';
import type { CampaignDetailFragment, UsageFragment } from '../../client/generated/graphql.js';
import { differenceOf, isNothing, sumOf } from '../../kit/format/exact-amounts.js';
import { InstantText } from '../../kit/format/instant-text.js';
import type { Money } from '../../kit/format/money.js';
import { MoneyText } from '../../kit/format/money-text.js';
import { UsageBar } from '../../kit/usage-bar.js';
import classes from './budgets-panel.module.css';
import { paceOf } from './pace.js';
import { Panel } from '../../kit/panel.js';
import { useCampaignState } from './use-campaign.js';

export interface BudgetsPanelProps {
  readonly campaign: CampaignDetailFragment;
  /** The server's instant. */
  readonly now: string;
}

/** What is spent of the day's and the month's budget, and what is left, as it is now. */
export function BudgetsPanel({ campaign, now }: BudgetsPanelProps): ReactNode {
  const { today, thisMonth } = useCampaignState(campaign);
  const { name, brand } = campaign;
  const shared = { name, timeZone: brand.timeZone, now };
  return (
    <Panel title="Budgets" aside="The marks show how much of the time is over">
      <div className={`${classes.budgets} live`}>
        <Budget title="Today" usage={today} setAside={setAsideOf(campaign.today)} {...shared} />
        <Budget
          title="This month"
          usage={thisMonth}
          setAside={setAsideOf(campaign.thisMonth)}
          {...shared}
        />
      </div>
    </Panel>
  );
}

interface BudgetProps {
  readonly title: 'Today' | 'This month';
  readonly usage: UsageFragment;
  /** What a reset set aside; it only changes with another one. */
  readonly setAside: Money;
  readonly name: string;
  readonly timeZone: string;
  readonly now: string;
}

function Budget({ title, usage, setAside, name, timeZone, now }: BudgetProps): ReactNode {
  const { spent, budget, utilization, periodEnd } = usage;
  const remaining = budget === null ? null : differenceOf(budget, spent);
  const isOver = remaining?.amount.startsWith('-') ?? false;
  return (
    <div className={classes.budget}>
      <div className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        <span className={classes.until}>
          until <InstantText instant={periodEnd} timeZone={timeZone} />
        </span>
      </div>
      <p className={classes.amounts}>
        <strong className={classes.spent}>
          <MoneyText money={spent} />
        </strong>
        {budget === null ? (
          ' spent, without a cap'
        ) : (
          <>
            {' '}
            spent of <MoneyText money={budget} />
          </>
        )}
      </p>
      <div className={classes.bar}>
        {utilization === null ? null : (
          <UsageBar
            utilization={utilization}
            label={`Utilisation of ${name}, ${title.toLowerCase()}`}
            pace={paceOf(usage, now)}
          />
        )}
      </div>
      {remaining === null ? null : (
        <p className={classes.rest}>
          {isOver ? 'Over by ' : 'Left: '}
          <MoneyText money={isOver ? differenceOf(spent, budget ?? spent) : remaining} />
        </p>
      )}
      {isNothing(setAside) ? null : (
        <p className={classes.rest}>
          A reset set <MoneyText money={setAside} /> aside. Truly spent:{' '}
          <MoneyText money={sumOf([spent, setAside])} />
        </p>
      )}
    </div>
  );
}

function setAsideOf(usage: CampaignDetailFragment['today']): Money {
  return differenceOf(usage.trueSpent, usage.spent);
}
