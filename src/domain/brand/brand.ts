import type { AgencyId, BrandId } from '../ids.js';
import type { Micros } from '../money/micros.js';
import type { Instant } from '../time/instant.js';
import type { Period } from '../time/period.js';
import type { OwnerTotals } from '../budget/tally.js';

export const BRAND_STATUSES = ['ACTIVE', 'PAUSED', 'ARCHIVED'] as const;
export type BrandStatus = (typeof BRAND_STATUSES)[number];

/** An advertiser: one currency, one zone, caps over all its campaigns, and its current periods. */
export interface Brand {
  readonly id: BrandId;
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly externalId: string | null;
  readonly currency: string;
  readonly timeZone: string;
  readonly status: BrandStatus;
  readonly dailyBudgetMicros: Micros | null;
  readonly monthlyBudgetMicros: Micros | null;
  /** The current local day; only ever moves forward. */
  readonly day: Period;
  /** The local month that the current day lies in. */
  readonly month: Period;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly version: number;
}

/** A brand with its totals as they are at one instant. */
export interface BrandSnapshot {
  readonly brand: Brand;
  readonly totals: OwnerTotals;
  readonly at: Instant;
}
