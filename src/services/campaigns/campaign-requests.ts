import type { BlockerCode } from '../../domain/campaign/blocker.js';
import type {
  CampaignSnapshot,
  CampaignStatus,
  DesiredStatus,
} from '../../domain/campaign/campaign.js';
import type { UserError } from '../../domain/errors.js';
import type { Direction, PageRequest } from '../../domain/paging/page.js';
import type { DaypartingWindow } from '../../domain/schedule/window.js';
import type { Instant } from '../../domain/time/instant.js';

/** A campaign by its uuid or by the caller's own key. */
export type CampaignKey = { readonly id: string } | { readonly externalId: string };

/** A new campaign as it was sent: amounts are decimal strings, the name untrimmed, windows unchecked. */
export interface CreateCampaignRequest {
  readonly brandId: string;
  readonly name: string;
  readonly externalId: string | null;
  readonly desiredStatus: DesiredStatus;
  readonly dailyBudget: string | null;
  readonly monthlyBudget: string | null;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly windows: readonly DaypartingWindow[];
  readonly idempotencyKey: string | null;
}

/** A change of a campaign: undefined leaves a field as it is, null clears it or is REQUIRED. */
export interface UpdateCampaignRequest {
  readonly id: string;
  /** The version that was read; null: whatever it is. */
  readonly version: number | null;
  readonly name: string | null | undefined;
  readonly externalId: string | null | undefined;
  readonly desiredStatus: DesiredStatus | null | undefined;
  readonly dailyBudget: string | null | undefined;
  readonly monthlyBudget: string | null | undefined;
  readonly startsAt: Instant | null | undefined;
  readonly endsAt: Instant | null | undefined;
}

/** A whole new schedule of one campaign. */
export interface SetDaypartingScheduleRequest {
  readonly campaignId: string;
  /** The version that was read; null: whatever it is. */
  readonly version: number | null;
  readonly windows: readonly DaypartingWindow[];
}

/** What became of one campaign of a bulk change: itself after it, or why it was refused. */
export type BulkCampaignResult =
  | { readonly ok: true; readonly campaign: CampaignSnapshot }
  | { readonly ok: false; readonly errors: readonly UserError[] };

/** Which campaigns; null: any. All that is given must hold; an empty list matches nothing. */
export interface CampaignFilter {
  readonly brandId: string | null;
  readonly search: string | null;
  readonly status: readonly CampaignStatus[] | null;
  readonly desiredStatus: readonly DesiredStatus[] | null;
  /** The deciding blocker is one of these. */
  readonly blocker: readonly BlockerCode[] | null;
  readonly externalId: readonly string[] | null;
  /** Today's spent / daily budget is at least this; without a cap never. */
  readonly utilizationAtLeast: number | null;
  /** Whether the overview counts it as being at risk. */
  readonly atRisk: boolean | null;
}

/** What campaigns are ordered by. */
export interface CampaignOrder {
  readonly field: 'CREATED_AT' | 'NAME' | 'UTILIZATION' | 'SPENT_TODAY';
  readonly direction: Direction;
}

/** A page of campaigns. */
export interface ListCampaignsRequest {
  readonly page: PageRequest;
  readonly filter: CampaignFilter;
  readonly order: CampaignOrder;
}
