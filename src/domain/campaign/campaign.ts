import type { Brand } from '../brand/brand.js';
import type { OwnerTotals } from '../budget/tally.js';
import type { AgencyId, BrandId, CampaignId } from '../ids.js';
import type { Micros } from '../money/micros.js';
import type { DaypartingWindow } from '../schedule/window.js';
import type { Instant } from '../time/instant.js';
import type { BlockerCode } from './blocker.js';

export const DESIRED_STATUSES = ['ACTIVE', 'PAUSED', 'ARCHIVED'] as const;
/** What a person asked for. Only people write it. */
export type DesiredStatus = (typeof DESIRED_STATUSES)[number];

export const CAMPAIGN_STATUSES = ['ACTIVE', 'INACTIVE', 'PAUSED'] as const;
/** What a campaign does now. Only the engine writes it. */
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

/** A blocker that holds, and since when it has held without a break. */
export interface HeldBlocker {
  readonly code: BlockerCode;
  readonly since: Instant;
}

/** What the engine decided about a campaign; it stays right until `nextTransitionAt`. */
export interface CampaignState {
  readonly status: CampaignStatus;
  readonly statusSince: Instant;
  /** In the order of precedence, the deciding one first; empty if and only if ACTIVE. */
  readonly blockers: readonly HeldBlocker[];
  readonly nextTransitionAt: Instant | null;
}

/** What people decided about a campaign: all that `evaluate` needs to know of it. */
export interface CampaignIntent {
  readonly desiredStatus: DesiredStatus;
  readonly dailyBudgetMicros: Micros | null;
  readonly monthlyBudgetMicros: Micros | null;
  /** When its flight begins; null: it has begun. */
  readonly startsAt: Instant | null;
  /** When its flight ends (exclusive); null: never. */
  readonly endsAt: Instant | null;
  readonly windows: readonly DaypartingWindow[];
}

/** Something that spends a brand's money, within budgets, a flight and a schedule. */
export interface Campaign extends CampaignIntent {
  readonly id: CampaignId;
  readonly agencyId: AgencyId;
  readonly brandId: BrandId;
  readonly name: string;
  readonly externalId: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
  readonly state: CampaignState;
}

/** A campaign with its brand and the totals of both, as they are at one instant. */
export interface CampaignSnapshot {
  readonly campaign: Campaign;
  readonly brand: Brand;
  readonly totals: OwnerTotals;
  readonly brandTotals: OwnerTotals;
  readonly at: Instant;
}
