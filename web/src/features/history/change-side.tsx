import type { ReactNode } from 'react';
import type { BlockerCode, CampaignStatus } from '../../client/generated/graphql.js';
import { describeStatus, shortOf } from '../campaigns/blockers.js';
import { StatusBadge } from '../campaigns/status-badge.js';
import classes from './history.module.css';

export interface ChangeSideProps {
  readonly status: CampaignStatus;
  /** The deciding one first. */
  readonly blockers: readonly BlockerCode[];
}

/** What a campaign did before or after a change: its status, what decided it, and what else held. */
export function ChangeSide({ status, blockers }: ChangeSideProps): ReactNode {
  const [decidedBy = null, ...others] = blockers;
  return (
    <span className={classes.side}>
      <StatusBadge status={status} decidedBy={decidedBy} />
      {others.length === 0 ? null : (
        <span className={classes.others}>also {others.map(shortOf).join(', ')}</span>
      )}
    </span>
  );
}

/** The same in plain text. */
export function describeSide({ status, blockers }: ChangeSideProps): string {
  const [decidedBy = null, ...others] = blockers;
  const { text } = describeStatus(status, decidedBy);
  return others.length === 0 ? text : `${text} (also ${others.map(shortOf).join(', ')})`;
}
