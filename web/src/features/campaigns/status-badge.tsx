import type { ReactNode } from 'react';
import type { BlockerCode, CampaignStatus } from '../../client/generated/graphql.js';
import { describeStatus } from './blockers.js';
import classes from './status-badge.module.css';

export interface StatusBadgeProps {
  readonly status: CampaignStatus;
  /** The deciding blocker; null if it runs. */
  readonly decidedBy: BlockerCode | null;
}

/** What a campaign does now, and what decides it: in words, and in a colour. */
export function StatusBadge({ status, decidedBy }: StatusBadgeProps): ReactNode {
  const { text, tone } = describeStatus(status, decidedBy);
  return (
    <span className={classes.badge} data-tone={tone} data-status={status}>
      {text}
    </span>
  );
}
