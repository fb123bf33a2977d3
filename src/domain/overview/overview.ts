import type { BlockerCode } from '../campaign/blocker.js';
import type { CampaignStatus } from '../campaign/campaign.js';
import type { Micros } from '../money/micros.js';
import type { Instant } from '../time/instant.js';

/** How many campaigns have a status for one deciding reason; the blocker is null for ACTIVE. */
export interface StatusCount {
  readonly status: CampaignStatus;
  readonly blocker: BlockerCode | null;
  readonly count: number;
}

/** What all brands of one currency spent in their own current periods, and the sums of their caps (null if one has none). */
export interface CurrencyTotal {
  readonly currency: string;
  readonly todayMicros: Micros;
  readonly dailyBudgetMicros: Micros | null;
  readonly monthMicros: Micros;
  readonly monthlyBudgetMicros: Micros | null;
}

/** What a monitor shows first, of an agency or of one brand, at an instant. */
export interface Overview {
  readonly counts: readonly StatusCount[];
  readonly atRisk: number;
  readonly totals: readonly CurrencyTotal[];
  readonly at: Instant;
}
