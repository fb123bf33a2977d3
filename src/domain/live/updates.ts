import type { BrandSnapshot } from '../brand/brand.js';
import type { CampaignSnapshot } from '../campaign/campaign.js';
import type { StatusChange } from '../history/status-change.js';
import type { Instant } from '../time/instant.js';

/** What a subscriber watches: one of these; null: any. All that is given must hold. */
export interface WatchFilter {
  readonly brands: ReadonlySet<string> | null;
  readonly campaigns: ReadonlySet<string> | null;
}

/** A status change, and its campaign as it is when this is delivered. */
export interface StatusChangeUpdate {
  readonly change: StatusChange;
  readonly campaign: CampaignSnapshot;
}

/** A campaign after spend was committed at `at`, as it is when this is delivered. */
export interface SpendUpdate {
  readonly campaign: CampaignSnapshot;
  readonly at: Instant;
}

/** A brand after spend was committed at `at`, as it is when this is delivered. */
export interface BrandSpendUpdate {
  readonly brand: BrandSnapshot;
  readonly at: Instant;
}

/** Ends a subscription that fell too far behind: what was missed must be read anew. */
export class ResyncError extends Error {
  constructor() {
    super('Too far behind: read the current state and subscribe again.');
    this.name = 'ResyncError';
  }
}
