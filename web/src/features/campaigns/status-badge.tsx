import type { ReactNode } from 'react';
import type { BlockerCode, CampaignStatus } from '../../client/generated/graphql.js';
import { Badge, type BadgeProps } from '../../kit/badge.js';
import { describeStatus, type StatusTone } from './blockers.js';

const COLOURS: Readonly<Record<StatusTone, BadgeProps['tone']>> = {
  running: 'good',
  budget: 'red',
  schedule: 'violet',
  person: 'blue',
  over: 'grey',
};

export interface StatusBadgeProps {
  readonly status: CampaignStatus;
  /** The deciding blocker; null if it runs. */
  readonly decidedBy: BlockerCode | null;
}

/** What a campaign does now, and what decides it: in words, and in a colour. */
export function StatusBadge({ status, decidedBy }: StatusBadgeProps): ReactNode {
  const { text, tone } = describeStatus(status, decidedBy);
  return <Badge tone={COLOURS[tone]}>{text}</Badge>;
}
