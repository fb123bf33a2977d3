import type { Brand } from '../brand/brand.js';
import { isExhausted, type OwnerTotals } from '../budget/tally.js';
import { isOpen, nextChange } from '../schedule/schedule.js';
import type { Instant } from '../time/instant.js';
import { type BlockerCode, statusOf } from './blocker.js';
import type { CampaignIntent, CampaignStatus } from './campaign.js';

/** All that decides whether a campaign runs. The brand's periods must hold the asked instant. */
export interface Facts {
  readonly campaign: CampaignIntent;
  readonly brand: Pick<
    Brand,
    'status' | 'timeZone' | 'dailyBudgetMicros' | 'monthlyBudgetMicros' | 'day' | 'month'
  >;
  readonly totals: OwnerTotals;
  readonly brandTotals: OwnerTotals;
}

/** The decision. It stays the same, input unchanged, until `nextTransitionAt` and differs at it. */
export interface Verdict {
  readonly status: CampaignStatus;
  readonly blockers: readonly BlockerCode[];
  readonly nextTransitionAt: Instant | null;
}

type Rule = (facts: Facts, at: Instant) => boolean;

/** Each blocker with its condition, in order of precedence; see `BLOCKER_CODES`. */
const RULES: readonly (readonly [BlockerCode, Rule])[] = [
  [
    'ARCHIVED',
    ({ campaign, brand }) => campaign.desiredStatus === 'ARCHIVED' || brand.status === 'ARCHIVED',
  ],
  ['MANUAL_PAUSE', ({ campaign }) => campaign.desiredStatus === 'PAUSED'],
  ['BRAND_PAUSED', ({ brand }) => brand.status === 'PAUSED'],
  ['ENDED', ({ campaign }, at) => campaign.endsAt !== null && at >= campaign.endsAt],
  ['NOT_STARTED', ({ campaign }, at) => campaign.startsAt !== null && at < campaign.startsAt],
  [
    'BRAND_MONTHLY_BUDGET',
    ({ brand, brandTotals }) => isExhausted(brandTotals.month, brand.monthlyBudgetMicros),
  ],
  [
    'MONTHLY_BUDGET',
    ({ campaign, totals }) => isExhausted(totals.month, campaign.monthlyBudgetMicros),
  ],
  [
    'BRAND_DAILY_BUDGET',
    ({ brand, brandTotals }) => isExhausted(brandTotals.day, brand.dailyBudgetMicros),
  ],
  ['DAILY_BUDGET', ({ campaign, totals }) => isExhausted(totals.day, campaign.dailyBudgetMicros)],
  ['OUTSIDE_SCHEDULE', ({ campaign, brand }, at) => !isOpen(campaign.windows, brand.timeZone, at)],
];

/** Blockers that are still listed while ARCHIVED or ENDED holds: those that people set. */
const LASTING: ReadonlySet<BlockerCode> = new Set([
  'ARCHIVED',
  'MANUAL_PAUSE',
  'BRAND_PAUSED',
  'ENDED',
]);

/**
 * Decides what a campaign does at an instant: the one place that does. Total and deterministic.
 * Once ARCHIVED or ENDED holds, budgets and schedules no longer matter and are not listed.
 */
export function evaluate(facts: Facts, at: Instant): Verdict {
  const holding = RULES.filter(([, holds]) => holds(facts, at)).map(([code]) => code);
  const isOver = holding.includes('ARCHIVED') || holding.includes('ENDED');
  const blockers = isOver ? holding.filter((code) => LASTING.has(code)) : holding;
  return {
    status: statusOf(blockers),
    blockers,
    nextTransitionAt: isOver ? endAhead(facts, at) : nextTransition(facts, blockers, at),
  };
}

function endAhead({ campaign }: Facts, at: Instant): Instant | null {
  return campaign.endsAt !== null && campaign.endsAt > at ? campaign.endsAt : null;
}

function nextTransition(
  facts: Facts,
  blockers: readonly BlockerCode[],
  at: Instant,
): Instant | null {
  const { campaign, brand } = facts;
  const holds = (code: BlockerCode): boolean => blockers.includes(code);
  const candidates = [
    campaign.startsAt,
    campaign.endsAt,
    holds('DAILY_BUDGET') || holds('BRAND_DAILY_BUDGET') ? brand.day.endsAt : null,
    holds('MONTHLY_BUDGET') || holds('BRAND_MONTHLY_BUDGET') ? brand.month.endsAt : null,
    nextChange(campaign.windows, brand.timeZone, at),
  ];
  return earliestAfter(candidates, at);
}

function earliestAfter(candidates: readonly (Instant | null)[], at: Instant): Instant | null {
  let earliest: Instant | null = null;
  for (const candidate of candidates) {
    if (candidate === null || candidate <= at) continue;
    if (earliest === null || candidate < earliest) earliest = candidate;
  }
  return earliest;
}
