import type { CampaignStatus } from './campaign.js';

/** Why a campaign does not run, in order of precedence: what needs a person comes first. */
export const BLOCKER_CODES = [
  'ARCHIVED',
  'MANUAL_PAUSE',
  'BRAND_PAUSED',
  'ENDED',
  'NOT_STARTED',
  'BRAND_MONTHLY_BUDGET',
  'MONTHLY_BUDGET',
  'BRAND_DAILY_BUDGET',
  'DAILY_BUDGET',
  'OUTSIDE_SCHEDULE',
] as const;
export type BlockerCode = (typeof BLOCKER_CODES)[number];

const STATUS_OF: Readonly<Record<BlockerCode, CampaignStatus>> = {
  ARCHIVED: 'INACTIVE',
  MANUAL_PAUSE: 'PAUSED',
  BRAND_PAUSED: 'PAUSED',
  ENDED: 'INACTIVE',
  NOT_STARTED: 'INACTIVE',
  BRAND_MONTHLY_BUDGET: 'PAUSED',
  MONTHLY_BUDGET: 'PAUSED',
  BRAND_DAILY_BUDGET: 'PAUSED',
  DAILY_BUDGET: 'PAUSED',
  OUTSIDE_SCHEDULE: 'INACTIVE',
};

const BUDGET_BLOCKERS: ReadonlySet<BlockerCode> = new Set([
  'BRAND_MONTHLY_BUDGET',
  'MONTHLY_BUDGET',
  'BRAND_DAILY_BUDGET',
  'DAILY_BUDGET',
]);

/** The status that the first of these blockers decides; ACTIVE if there is none. */
export function statusOf(blockers: readonly BlockerCode[]): CampaignStatus {
  const [deciding] = blockers;
  return deciding === undefined ? 'ACTIVE' : STATUS_OF[deciding];
}

/** Whether the blocker is an exhausted budget, of the campaign or of its brand. */
export function isBudgetBlocker(code: BlockerCode): boolean {
  return BUDGET_BLOCKERS.has(code);
}

/** Smaller is decisive over larger. */
export function precedenceOf(code: BlockerCode): number {
  return BLOCKER_CODES.indexOf(code);
}
