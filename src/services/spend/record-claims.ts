import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import type { AgencyId, CampaignId } from '../../domain/ids.js';
import type { Claim } from '../../domain/spend/claim.js';
import { entryDay } from '../../domain/spend/entry-day.js';
import { loadEntriesByEvent, loadEntriesById } from '../../persistence/queries/load-entries.js';
import {
  type Owner,
  type Owners,
  resolveOwners,
} from '../../persistence/queries/resolve-claims.js';
import type { Books } from '../books/books.js';
import { loadWholeBrands } from '../books/open-books.js';
import { withBooks } from '../books/with-books.js';
import type { BookKernel } from '../kernel.js';
import { ClaimGroup, type ClaimResult } from './claim-group.js';
import { type CountedDay, loadPastCounters } from './past-counters.js';
import { type PastSpend, readStatusHistory } from './status-history.js';
import { TurnWatch } from './turn-watch.js';

/** What became of a group of claims that shared a transaction. */
export interface RecordedClaims {
  /** One for each claim, in order. */
  readonly results: readonly ClaimResult[];
  /** A campaign of the group as the commit left it. */
  readonly snapshotOf: (campaignId: CampaignId) => CampaignSnapshot;
}

/**
 * Records claims of one agency in one transaction: ledger, counters, statuses, history and outbox.
 * The number of statements does not depend on the number of claims. Claims act as if they had been
 * recorded one after the other; one that is refused affects no other.
 */
export async function recordClaims(
  kernel: BookKernel,
  agencyId: AgencyId,
  claims: readonly Claim[],
): Promise<RecordedClaims> {
  const owners = await resolve(kernel, agencyId, claims);
  const ownerOf = (claim: Claim): Owner | null => findOwner(owners, claim);
  const found = claims.map(ownerOf).filter((owner) => owner !== null);
  const scope = {
    agencyId,
    brandIds: [...new Set(found.map(({ brandId }) => brandId))],
    campaignIds: [...new Set(found.map(({ campaignId }) => campaignId))],
  };
  return withBooks(kernel, scope, async (books) => {
    const turns = watchTurns(books, claims);
    const targets = await loadTargets(books, claims);
    await loadPastCounters(books, [...spendDays(books, claims, ownerOf), ...targets]);
    const group = new ClaimGroup(
      books,
      {
        ownerOf,
        known: await loadEntriesByEvent(books.unit, agencyId, claims),
        targets,
        wasBlocked: await readStatusHistory(books, spendsOf(claims, ownerOf)),
        nextId: () => kernel.ids.next(books.now),
      },
      turns,
    );
    const results = claims.map((claim) => group.take(claim));
    await loadWholeBrands(books, turns.turnedBrands());
    turns.reevaluate();
    return { results, snapshotOf: (id) => snapshotIn(books, id) };
  });
}

function snapshotIn(books: Books, id: CampaignId): CampaignSnapshot {
  const book = books.findByCampaign(id);
  if (!book) throw new TypeError('the campaign does not belong to this group');
  return book.snapshot(id);
}

function resolve(
  { database }: BookKernel,
  agencyId: AgencyId,
  claims: readonly Claim[],
): Promise<Owners> {
  const names = (by: string): readonly string[] => [
    ...new Set(
      claims.flatMap((claim) =>
        claim.kind === 'SPEND' && claim.namedBy === by ? [claim.name] : [],
      ),
    ),
  ];
  return resolveOwners(database, {
    agencyId,
    campaignIds: names('campaignId'),
    externalIds: names('campaignExternalId'),
    entryIds: entryIdsOf(claims),
  });
}

function findOwner(owners: Owners, claim: Claim): Owner | null {
  if (claim.kind === 'REFUND') return owners.byEntryId.get(claim.entryId) ?? null;
  const named = claim.namedBy === 'campaignId' ? owners.byId : owners.byExternalId;
  return named.get(claim.name) ?? null;
}

function entryIdsOf(claims: readonly Claim[]): readonly string[] {
  return [...new Set(claims.flatMap((claim) => (claim.kind === 'REFUND' ? [claim.entryId] : [])))];
}

function spendsOf(
  claims: readonly Claim[],
  ownerOf: (claim: Claim) => Owner | null,
): readonly PastSpend[] {
  return claims.flatMap((claim) => {
    const owner = claim.kind === 'SPEND' && !claim.imported ? ownerOf(claim) : null;
    return owner && claim.kind === 'SPEND' ? [{ claim, campaignId: owner.campaignId }] : [];
  });
}

async function loadTargets(books: Books, claims: readonly Claim[]) {
  const ids = entryIdsOf(claims);
  return ids.length === 0 ? [] : loadEntriesById(books.unit, books.agencyId, ids);
}

/** The days in which the spends of a group would count. */
function spendDays(
  books: Books,
  claims: readonly Claim[],
  ownerOf: (claim: Claim) => Owner | null,
): readonly CountedDay[] {
  return claims.flatMap((claim) => {
    const owner = claim.kind === 'SPEND' ? ownerOf(claim) : null;
    const book = owner && books.find(owner.brandId);
    if (!owner || !book || claim.kind !== 'SPEND') return [];
    return [{ ...owner, day: entryDay(book.brand, claim.occurredAt) }];
  });
}

function watchTurns(books: Books, [first]: readonly Claim[]): TurnWatch {
  const turns = new TurnWatch();
  for (const book of books.all()) if (first) turns.watch(book, first.actor);
  return turns;
}
