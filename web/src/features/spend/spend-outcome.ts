import type { BlockerCode, CampaignStatus } from '../../client/generated/graphql.js';
import { BLOCKER_SENTENCES } from '../campaigns/blockers.js';

/** What a campaign does, and why it does not run. */
export interface CampaignNow {
  readonly status: CampaignStatus;
  /** The deciding one first. */
  readonly blockers: readonly { readonly code: BlockerCode }[];
}

const EXHAUSTED: Partial<Record<BlockerCode, string>> = {
  DAILY_BUDGET: 'the daily budget',
  MONTHLY_BUDGET: 'the monthly budget',
  BRAND_DAILY_BUDGET: 'the brand’s daily budget',
  BRAND_MONTHLY_BUDGET: 'the brand’s monthly budget',
};

const STATUSES: Readonly<Record<CampaignStatus, string>> = {
  ACTIVE: 'active',
  INACTIVE: 'inactive',
  PAUSED: 'paused',
};

/** What a spend or a refund did to its campaign, in a sentence. `before` is what was known of it. */
export function describeOutcome(before: CampaignNow | null, after: CampaignNow): string {
  const [decisive] = after.blockers;
  const wasActive = before?.status === 'ACTIVE';
  if (after.status === 'ACTIVE' || decisive === undefined) {
    return before === null || wasActive
      ? 'The campaign is active.'
      : 'The campaign is active again.';
  }
  const budget = EXHAUSTED[decisive.code];
  if (!wasActive) {
    return `The campaign stays ${STATUSES[after.status]}: ${lower(BLOCKER_SENTENCES[decisive.code])}`;
  }
  return budget === undefined
    ? `The campaign is ${STATUSES[after.status]} now: ${lower(BLOCKER_SENTENCES[decisive.code])}`
    : `It exhausted ${budget}: the campaign is paused now.`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
