import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import type { UserError } from '../../domain/errors.js';
import type { EntryId } from '../../domain/ids.js';
import type { PageRequest } from '../../domain/paging/page.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import type { Granularity } from '../../domain/spend/spend-series.js';
import type { Instant } from '../../domain/time/instant.js';
import type { EntryCriteria, EntrySorting } from '../../persistence/queries/page-spend-entries.js';

/** A spend as it was sent; exactly one of campaignId and campaignExternalId must be given. */
export interface RecordSpendRequest {
  readonly campaignId: string | null;
  readonly campaignExternalId: string | null;
  /** A decimal string. */
  readonly amount: string;
  readonly currency: string | null;
  readonly eventId: string;
  readonly source: string;
  /** Null: now, and not compared with what an earlier call sent. */
  readonly occurredAt: Instant | null;
}

/** A refund as it was sent. */
export interface RecordRefundRequest {
  readonly entryId: string;
  /** A decimal string. */
  readonly amount: string;
  readonly eventId: string;
  readonly source: string;
}

/** A spend or refund in the ledger, the first one if it is a duplicate, and its campaign after the commit. */
export interface RecordedSpend {
  readonly entry: SpendEntry;
  readonly campaign: CampaignSnapshot;
  readonly duplicate: boolean;
}

/** What became of one entry of a batch. */
export type SpendItemResult =
  | { readonly outcome: 'RECORDED' | 'DUPLICATE'; readonly entryId: EntryId }
  | { readonly outcome: 'REJECTED'; readonly errors: readonly UserError[] };

/** Which ledger rows. All that is given must hold; an empty list matches nothing. */
export type SpendEntryFilter = EntryCriteria;

/** What ledger rows are ordered by, before their ids. */
export type SpendEntryOrder = EntrySorting;

/** A page of the ledger. */
export interface ListSpendEntriesRequest {
  readonly page: PageRequest;
  readonly filter: SpendEntryFilter;
  readonly order: SpendEntryOrder;
}

/** Whose true spend a series shows, and in whose local time. */
export interface SeriesOwner {
  readonly kind: 'BRAND' | 'CAMPAIGN';
  readonly id: string;
  readonly timeZone: string;
}

/** True spend of several owners in the local hours, days or months that touch [from, to). */
export interface SpendSeriesRequest {
  readonly owners: readonly SeriesOwner[];
  readonly granularity: Granularity;
  readonly from: Instant;
  readonly to: Instant;
}
