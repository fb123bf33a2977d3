import type { PageRequest } from '../../domain/paging/page.js';
import type { Instant } from '../../domain/time/instant.js';

/** Which status changes; null: any. `from` is inclusive, `to` exclusive. */
export interface StatusChangeFilter {
  readonly brandId: string | null;
  readonly campaignId: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** A page of the history, newest (at, id) first. */
export interface ListStatusChangesRequest {
  readonly page: PageRequest;
  readonly filter: StatusChangeFilter;
}
