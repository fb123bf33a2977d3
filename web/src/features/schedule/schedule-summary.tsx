import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ScheduleOfFragment } from '../../client/generated/graphql.js';
import { describeState } from './describe-opening.js';
import { minutesOf, type OpenHours } from './hours/open-hours.js';
import { formatHours } from './hours/words.js';
import classes from './schedule-editor.module.css';
import { weekMomentAt } from './when.js';

export interface ScheduleSummaryProps {
  readonly campaign: ScheduleOfFragment;
  /** Those on screen. */
  readonly hours: OpenHours;
  readonly nowMs: number;
  readonly isDirty: boolean;
}

/** The schedule in a sentence: how many hours, in which zone, and what it does now. */
export function ScheduleSummary(props: ScheduleSummaryProps): ReactNode {
  const { campaign, hours, nowMs, isDirty } = props;
  const { timeZone, openNow } = campaign.schedule;
  return (
    <div className={classes.summary}>
      <span role="status" className="number">
        <strong>{formatHours(minutesOf(hours))}</strong> of 168 hours
      </span>
      <span aria-hidden>·</span>
      <span>{timeZone}</span>
      <span aria-hidden>·</span>
      <span className={classes.state} data-open={openNow}>
        {isDirty ? 'saved: ' : ''}
        {describeState(campaign.schedule, nowMs)}
      </span>
      {isDirty ? (
        <>
          <span aria-hidden>·</span>
          <Text component="span" inherit c="dimmed">
            as changed: {isOpenAt(hours, nowMs, timeZone) ? 'open' : 'closed'} now
          </Text>
        </>
      ) : null}
    </div>
  );
}

function isOpenAt(hours: OpenHours, nowMs: number, timeZone: string): boolean {
  const { day, minute } = weekMomentAt(nowMs, timeZone);
  const now = day * 1_440 + minute;
  return hours.some(({ start, end }) => start <= now && now < end);
}
