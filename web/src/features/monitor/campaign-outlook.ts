import type { UsageFragment } from '../../client/generated/graphql.js';
import { microsOf } from '../../kit/format/exact-amounts.js';
import { type CurvePoint, dayCurve, type HourOfSpend } from './day-curve.js';
import { type Outlook, outlookOf } from './outlook.js';
import { HOUR_MS, PACE_WINDOW_MS, paceOf } from './projection.js';

export interface CampaignOutlookInput {
  /** The hours that touch the last three, up to `readAt`. */
  readonly hours: readonly HourOfSpend[];
  /** The day as it is now. */
  readonly today: UsageFragment;
  /** When the hours were read. */
  readonly readAt: string;
}

/** Whether a campaign's day lasts at the pace of its last three hours. */
export function campaignOutlook(input: CampaignOutlookInput): Outlook {
  const { hours, today, readAt } = input;
  const day = { start: Date.parse(today.periodStart), end: Date.parse(today.periodEnd) };
  const now = Date.parse(readAt);
  const points = recentCurve(hours, Math.max(day.start, now - PACE_WINDOW_MS - HOUR_MS), now);
  const aside = microsOf(today.trueSpent) - microsOf(today.spent);
  const last: CurvePoint = { at: now, micros: microsOf(today.trueSpent) };
  return outlookOf({
    day,
    last,
    capMicros: today.budget === null ? null : microsOf(today.budget) + aside,
    // Of a day that began since, nothing is known.
    pace: now < day.start ? null : paceOf(points, PACE_WINDOW_MS),
  });
}

function recentCurve(
  hours: readonly HourOfSpend[],
  from: number,
  now: number,
): readonly CurvePoint[] {
  const recent = hours.filter(({ start }) => Date.parse(start) >= from);
  const start = Math.min(now, ...recent.map((hour) => Date.parse(hour.start)));
  const totalMicros = recent.reduce((sum, { spent }) => sum + microsOf(spent), 0n);
  return dayCurve({ series: recent, day: { start, end: now }, now, totalMicros });
}
