import type { BrandBook } from '../../domain/book/brand-book.js';
import type { CampaignState } from '../../domain/campaign/campaign.js';
import { sameState } from '../../domain/campaign/transition.js';
import type { AgencyId, BrandId, CampaignId } from '../../domain/ids.js';
import type { Books } from '../books/books.js';

/** A campaign whose stored state was not what the facts say, and what it was set to. */
export interface Difference {
  readonly agencyId: AgencyId;
  readonly brandId: BrandId;
  readonly campaignId: CampaignId;
  readonly before: CampaignState;
  readonly after: CampaignState;
}

/**
 * Decides anew what every campaign in the settled books does, and says where that differs from what
 * was stored, which is then repaired: normally nowhere.
 */
export function repairBooks(books: Books): readonly Difference[] {
  return books.all().flatMap(repairBook);
}

function repairBook(book: BrandBook): readonly Difference[] {
  const stored = book.campaigns();
  const ids = stored.map(({ id }) => id);
  book.reevaluate(ids, { trigger: 'REPAIR', actor: null });
  return stored.flatMap(({ id, agencyId, brandId, state: before }) => {
    const after = book.campaign(id).state;
    return sameState(before, after) ? [] : [{ agencyId, brandId, campaignId: id, before, after }];
  });
}
