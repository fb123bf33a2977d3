import type { ReactNode } from 'react';
import { formatClock } from '../../kit/format/time.js';
import { useCampaignNews } from '../../live/use-live-campaigns.js';
import classes from './at-risk.module.css';
import { campaignOutlook } from './campaign-outlook.js';
import type { CampaignAtRisk } from './use-at-risk.js';

export interface ExhaustionCellProps {
  readonly row: CampaignAtRisk;
  /** The instant up to which its hours were read. */
  readonly readAt: string;
}

/** When a campaign's day will be spent, on its brand's clocks, if it goes on as in the last three hours. */
export function ExhaustionCell({ row, readAt }: ExhaustionCellProps): ReactNode {
  const { today, nextTransitionAt } = useCampaignNews(row.id) ?? row;
  const { timeZone } = row.brand;
  const outlook = campaignOutlook({ hours: row.spendSeries, today, readAt });
  switch (outlook.kind) {
    case 'exhausted':
      return <span className={classes.time}>now</span>;
    case 'exhausts': {
      const closesAt = nextTransitionAt === null ? null : Date.parse(nextTransitionAt);
      if (closesAt !== null && closesAt < outlook.at) {
        return (
          <span
            className={classes.soft}
            title={`Its hours end before its budget does (${timeZone}).`}
          >
            off at {formatClock(closesAt, timeZone)}
          </span>
        );
      }
      return (
        <time
          className={classes.time}
          dateTime={new Date(outlook.at).toISOString()}
          title={`At the pace of the last 3 hours, in ${timeZone}.`}
        >
          ≈ {formatClock(outlook.at, timeZone)}
        </time>
      );
    }
    case 'lasts':
      return <span className={classes.soft}>not today</span>;
    case 'idle':
      return <span className={classes.soft}>no spend of late</span>;
    case 'uncapped':
    case 'unknown':
      return '–';
  }
}
