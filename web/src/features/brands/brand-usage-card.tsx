import type { ReactNode } from 'react';
import type { BrandRowFragment } from '../../client/generated/graphql.js';
import { InstantText } from '../../kit/format/instant-text.js';
import { MoneyText } from '../../kit/format/money-text.js';
import { UsageBar } from '../../kit/usage-bar.js';
import { useBrandUsage } from './brand-cells.js';
import { Panel } from '../../kit/panel.js';
import { differenceOf } from '../../kit/format/exact-amounts.js';
import classes from './brand-page.module.css';

export interface BrandUsageCardProps {
  readonly brand: BrandRowFragment;
  readonly period: 'today' | 'thisMonth';
}

const TITLES = { today: 'Today', thisMonth: 'This month' } as const;
const LABELS = { today: 'Daily utilisation', thisMonth: 'Monthly utilisation' } as const;

/** A brand's own day or month against its budget, as it is now. */
export function BrandUsageCard({ brand, period }: BrandUsageCardProps): ReactNode {
  const { spent, budget, utilization, periodEnd } = useBrandUsage(brand, period);
  return (
    <Panel
      title={TITLES[period]}
      aside={
        <>
          until <InstantText instant={periodEnd} timeZone={brand.timeZone} />
        </>
      }
    >
      <div className={`${classes.wide} live`}>
        <UsageBar utilization={utilization} label={`${LABELS[period]} of ${brand.name}`} />
      </div>
      <dl className={`${classes.figures} live`}>
        <div>
          <dt>Spent</dt>
          <dd>
            <MoneyText money={spent} />
          </dd>
        </div>
        <div>
          <dt>Budget</dt>
          <dd>{budget === null ? 'no cap' : <MoneyText money={budget} />}</dd>
        </div>
        <div>
          <dt>Left</dt>
          <dd>
            <MoneyText money={budget && differenceOf(budget, spent)} />
          </dd>
        </div>
      </dl>
    </Panel>
  );
}
