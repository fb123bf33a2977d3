import type { Actor } from '../access/caller.js';
import type { AgencyId, BrandId, CampaignId, EntryId } from '../ids.js';
import type { Micros } from '../money/micros.js';
import type { Instant } from '../time/instant.js';
import type { LocalDate } from '../time/instant.js';

/** What a ledger row is: money spent, or money given back. */
export type SpendKind = 'SPEND' | 'REFUND';

/**
 * One row of the append-only ledger as it is read: the stored row, the brand's
 * currency, and what can still be given back of it.
 */
export interface SpendEntry {
  readonly id: EntryId;
  readonly agencyId: AgencyId;
  readonly brandId: BrandId;
  readonly campaignId: CampaignId;
  readonly kind: SpendKind;
  /** Positive for SPEND, negative for REFUND. */
  readonly amountMicros: Micros;
  readonly currency: string;
  readonly eventId: string;
  readonly source: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly day: LocalDate;
  readonly whileBlocked: boolean;
  readonly refundOfId: EntryId | null;
  /** Who recorded it; null: it was recorded before that was kept. */
  readonly recordedBy: Actor | null;
  /** amountMicros less all refunds of this entry; 0 for a refund. */
  readonly refundableMicros: Micros;
}
