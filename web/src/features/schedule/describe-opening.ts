import type { ScheduleOfFragment } from '../../client/generated/graphql.js';
import { describeWhen } from './when.js';

type Schedule = ScheduleOfFragment['schedule'];

/** `open now, closes today 20:00`; `closed now, opens Mon 08:00`; `always open`. */
export function describeState(schedule: Schedule, nowMs: number): string {
  const { openNow, nextChangeAt, timeZone, windows } = schedule;
  if (windows.length === 0) return 'always open';
  if (nextChangeAt === null) return openNow ? 'always open' : 'closed now';
  const when = describeWhen(nextChangeAt, nowMs, timeZone);
  return openNow ? `open now, closes ${when}` : `closed now, opens ${when}`;
}

/** What a schedule that was just saved means for its campaign, in a sentence or two. */
export function describeOpening(campaign: ScheduleOfFragment, nowMs: number): string {
  const { schedule, desiredStatus } = campaign;
  const paused = desiredStatus === 'PAUSED' ? ' The campaign stays paused by hand.' : '';
  return `${sentenceOf(schedule, nowMs)}${paused}`;
}

function sentenceOf(schedule: Schedule, nowMs: number): string {
  const { openNow, nextChangeAt, timeZone } = schedule;
  if (nextChangeAt === null) return 'It is open at every hour.';
  const when = describeWhen(nextChangeAt, nowMs, timeZone);
  return openNow ? `It is open now, and closes ${when}.` : `It is closed now, and opens ${when}.`;
}
