import type { Actor } from '../access/caller.js';
import type { BlockerCode } from '../campaign/blocker.js';
import type { CampaignStatus } from '../campaign/campaign.js';
import type { Cause } from '../campaign/cause.js';
import type { AgencyId, BrandId, CampaignId, ChangeId } from '../ids.js';
import type { Instant } from '../time/instant.js';

/** A row of a campaign's history: its status, or what decides it, changed at an instant. */
export interface StatusChange {
  readonly id: ChangeId;
  readonly agencyId: AgencyId;
  readonly brandId: BrandId;
  readonly campaignId: CampaignId;
  readonly from: CampaignStatus;
  readonly to: CampaignStatus;
  /** In order of precedence, as are `blockers`. */
  readonly blockersBefore: readonly BlockerCode[];
  readonly blockers: readonly BlockerCode[];
  readonly cause: Cause;
  /** Who sent the request that caused it; null where time did. */
  readonly actor: Actor | null;
  /** The instant from which it holds, which may lie before the row was written. */
  readonly at: Instant;
}
