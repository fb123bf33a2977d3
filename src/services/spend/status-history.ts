import type { BrandBook } from '../../domain/book/brand-book.js';
import type { Campaign, CampaignStatus } from '../../domain/campaign/campaign.js';
import type { CampaignId } from '../../domain/ids.js';
import type { SpendClaim } from '../../domain/spend/claim.js';
import type { Instant } from '../../domain/time/instant.js';
import { loadStatusesAt, type Moment } from '../../persistence/queries/statuses-at.js';
import type { Books } from '../books/books.js';

/** Says whether a campaign was not ACTIVE when a spend happened. */
export type WasBlocked = (claim: SpendClaim, campaignId: CampaignId) => boolean;

/** What a spend of a campaign claims about the past, if anything. */
export interface PastSpend {
  readonly claim: SpendClaim;
  readonly campaignId: CampaignId;
}

/**
 * Reads, in one statement and only if any spend happened before its campaign's present status
 * began, what the history says of those. Imported spend never counts as blocked, nor does what
 * happened before the campaign was made.
 */
export async function readStatusHistory(
  books: Books,
  spends: readonly PastSpend[],
): Promise<WasBlocked> {
  const moments = spends.flatMap(({ claim, campaignId }) => {
    const campaign = books.findByCampaign(campaignId)?.campaign(campaignId);
    return campaign ? pastMoment(campaign, claim.occurredAt) : [];
  });
  const written = moments.length === 0 ? [] : await loadStatusesAt(books.unit, moments);
  const statuses = new Map<string, CampaignStatus | null>();
  moments.forEach((moment, i) => {
    const book = books.findByCampaign(moment.campaignId);
    if (book) statuses.set(keyOf(moment), statusAt(book, moment, written[i]));
  });
  return (claim, campaignId) => {
    const campaign = books.findByCampaign(campaignId)?.campaign(campaignId);
    if (!campaign || claim.imported) return false;
    const at = claim.occurredAt ?? books.now;
    if (at < campaign.createdAt) return false;
    const past = statuses.get(keyOf({ campaignId, at }));
    return (past ?? campaign.state.status) !== 'ACTIVE';
  };
}

function pastMoment(campaign: Campaign, at: Instant | null): readonly Moment[] {
  if (at === null || at >= campaign.state.statusSince || at < campaign.createdAt) return [];
  return [{ agencyId: campaign.agencyId, campaignId: campaign.id, at }];
}

/** The written history, continued by what the book has just caught up with. */
function statusAt(
  book: BrandBook,
  { campaignId, at }: Moment,
  written: { lastBefore: CampaignStatus | null; firstAfter: CampaignStatus | null } | undefined,
): CampaignStatus | null {
  const caughtUp = book.transitions
    .filter((recorded) => recorded.campaignId === campaignId)
    .map(({ transition }) => transition);
  return (
    caughtUp.findLast((transition) => transition.at <= at)?.after.status ??
    written?.lastBefore ??
    written?.firstAfter ??
    caughtUp.find((transition) => transition.at > at)?.before.status ??
    null
  );
}

function keyOf({ campaignId, at }: Pick<Moment, 'campaignId' | 'at'>): string {
  return `${campaignId} ${at}`;
}
