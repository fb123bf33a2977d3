import type { BlockerCode, CampaignStatus } from '../../client/generated/graphql.js';

/** A blocker in few words, after the status: `Paused · daily budget`. */
const SHORT: Readonly<Record<BlockerCode, string>> = {
  ARCHIVED: 'archived',
  MANUAL_PAUSE: 'by hand',
  BRAND_PAUSED: 'brand paused',
  ENDED: 'ended',
  NOT_STARTED: 'not started',
  BRAND_MONTHLY_BUDGET: 'brand’s month spent',
  MONTHLY_BUDGET: 'month spent',
  BRAND_DAILY_BUDGET: 'brand’s day spent',
  DAILY_BUDGET: 'day spent',
  OUTSIDE_SCHEDULE: 'off schedule',
};

/** A blocker in a sentence. */
export const BLOCKER_SENTENCES: Readonly<Record<BlockerCode, string>> = {
  ARCHIVED: 'The campaign or its brand is archived.',
  MANUAL_PAUSE: 'A person paused the campaign.',
  BRAND_PAUSED: 'A person paused the brand.',
  ENDED: 'Its flight is over.',
  NOT_STARTED: 'Its flight has not begun.',
  BRAND_MONTHLY_BUDGET: 'The brand’s monthly budget is spent.',
  MONTHLY_BUDGET: 'Its monthly budget is spent.',
  BRAND_DAILY_BUDGET: 'The brand’s daily budget is spent.',
  DAILY_BUDGET: 'Its daily budget is spent.',
  OUTSIDE_SCHEDULE: 'No window of its schedule is open.',
};

/** The kinds of reasons, each of which has a colour. */
export type StatusTone = 'running' | 'budget' | 'schedule' | 'person' | 'over';

const TONES: Readonly<Record<BlockerCode, StatusTone>> = {
  ARCHIVED: 'over',
  MANUAL_PAUSE: 'person',
  BRAND_PAUSED: 'person',
  ENDED: 'over',
  NOT_STARTED: 'schedule',
  BRAND_MONTHLY_BUDGET: 'budget',
  MONTHLY_BUDGET: 'budget',
  BRAND_DAILY_BUDGET: 'budget',
  DAILY_BUDGET: 'budget',
  OUTSIDE_SCHEDULE: 'schedule',
};

/** The kind of a reason. */
export function toneOf(code: BlockerCode): StatusTone {
  return TONES[code];
}

/** A blocker in few words, such as `day spent`. */
export function shortOf(code: BlockerCode): string {
  return SHORT[code];
}

const STATUSES: Readonly<Record<CampaignStatus, string>> = {
  ACTIVE: 'Active',
  INACTIVE: 'Inactive',
  PAUSED: 'Paused',
};

/** What a status is called, with what decides it, and the colour of that. */
export function describeStatus(
  status: CampaignStatus,
  decidedBy: BlockerCode | null,
): { readonly text: string; readonly tone: StatusTone } {
  if (decidedBy === null) return { text: STATUSES[status], tone: 'running' };
  return { text: `${STATUSES[status]} · ${SHORT[decidedBy]}`, tone: TONES[decidedBy] };
}
