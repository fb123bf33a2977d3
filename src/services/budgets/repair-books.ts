import { systemCaller } from '../../domain/access/caller.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import type { BrandBook } from '../../domain/book/brand-book.js';
import type { CampaignState } from '../../domain/campaign/campaign.js';
import { sameState } from '../../domain/campaign/transition.js';
import { type AgencyId, type BrandId, type CampaignId, encodeId } from '../../domain/ids.js';
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
  return books.all().flatMap((book) => {
    const differences = repairBook(book);
    const caller = systemCaller(book.brand.agencyId, 'check');
    for (const difference of differences) books.audit(caller, auditOf(difference));
    return differences;
  });
}

function auditOf({ campaignId, before, after }: Difference): AuditDraft {
  return {
    action: 'campaign.repair',
    object: { kind: 'campaign', id: encodeId('campaign', campaignId) },
    before: stateOf(before),
    after: stateOf(after),
  };
}

function stateOf({ status, blockers }: CampaignState): object {
  return { status, blockers: blockers.map(({ code }) => code) };
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
