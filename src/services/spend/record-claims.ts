import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import type { CampaignId, EntryId } from '../../domain/ids.js';
import type { Claim } from '../../domain/spend/claim.js';
import { entryDay } from '../../domain/spend/entry-day.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import { loadEntriesByEvent, loadEntriesById } from '../../persistence/queries/load-entries.js';
import { RaceLostError } from '../../persistence/retry.js';
import type { Sql } from '../../persistence/unit-of-work.js';
import type { Books } from '../books/books.js';
import { loadWholeBrands } from '../books/fill-books.js';
import { withBooksAmong } from '../books/with-books.js';
import type { BookKernel } from '../kernel.js';
import { auditClaims } from './audit-claims.js';
import { ClaimGroup, type ClaimResult, type CountedDay } from './claim-group.js';
import { type FindOwner, findOwners } from './claim-owners.js';
import { loadPastCounters } from './past-counters.js';
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
 * Records claims of any agencies in one transaction: ledger, counters, statuses, history and outbox.
 * The number of statements depends neither on the number of claims nor on that of agencies; only what
 * goes into audit logs, such as what people record by hand, costs some for each of its requests.
 * Claims act as if they had been recorded one after the other; one that is refused affects no other.
 * What its caller does not reach is unknown to a claim. `onDecided` is told, perhaps more than once, when all
 * is decided and only has to be written.
 */
export async function recordClaims(
  kernel: BookKernel,
  claims: readonly Claim[],
  onDecided?: () => void,
): Promise<RecordedClaims> {
  const agencyIds = [...new Set(claims.map(({ caller }) => caller.agencyId))];
  const ownerOf = await findOwners(kernel.database, agencyIds, claims);
  const found = claims.map(ownerOf).filter((owner) => owner !== null);
  const campaigns = [...new Map(found.map((owner) => [owner.campaignId, owner])).values()];
  const { duplicates } = kernel.database.known;
  return withBooksAmong(kernel, { agencyIds, brands: found, campaigns }, async (books, hasLost) => {
    const turns = watchTurns(books, claims);
    // It may have lost because the ledger has some of them already.
    const lookUp = hasLost || duplicates.isLikely;
    const [known, targets, wasBlocked] = await Promise.all([
      lookUp ? loadEntriesByEvent(books.unit, claims.map(eventOf)) : [],
      loadTargets(books, claims, ownerOf),
      readStatusHistory(books, spendsOf(claims, ownerOf)),
    ]);
    await loadPastCounters(books, [...spendDays(books, claims, ownerOf), ...targets]);
    const nextId = (): EntryId => kernel.ids.next(books.now);
    const group = new ClaimGroup(books, { ownerOf, known, targets, wasBlocked, nextId }, turns);
    const results = claims.map((claim) => group.take(claim));
    if (!lookUp)
      await requireUnknown(
        books.unit,
        claims.filter((_, i) => isRejected(results[i])),
      );
    duplicates.note(known.length > 0);
    await loadWholeBrands(books, turns.turnedBrands());
    turns.reevaluate();
    auditClaims(books, claims, results);
    // What is called begins something else: it must not come before what this sends next.
    setImmediate(() => onDecided?.());
    return { results, snapshotOf: (id) => snapshotIn(books, id) };
  });
}

/** What was refused without looking may be known, and then is no refusal but a duplicate. */
async function requireUnknown(sql: Sql, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  const known = await loadEntriesByEvent(sql, claims.map(eventOf));
  if (known.length > 0) throw new RaceLostError('some of these events are known');
}

function isRejected(result: ClaimResult | undefined): boolean {
  return result?.outcome === 'REJECTED';
}

function snapshotIn(books: Books, id: CampaignId): CampaignSnapshot {
  const book = books.findByCampaign(id);
  if (!book) throw new TypeError('the campaign does not belong to this group');
  return book.snapshot(id);
}

function eventOf({ caller: { agencyId }, source, eventId }: Claim) {
  return { agencyId, source, eventId };
}

function spendsOf(claims: readonly Claim[], ownerOf: FindOwner): readonly PastSpend[] {
  return claims.flatMap((claim) => {
    const owner = claim.kind === 'SPEND' && !claim.imported ? ownerOf(claim) : null;
    return owner && claim.kind === 'SPEND' ? [{ claim, campaignId: owner.campaignId }] : [];
  });
}

async function loadTargets(
  books: Books,
  claims: readonly Claim[],
  ownerOf: FindOwner,
): Promise<readonly SpendEntry[]> {
  const places = new Map<string, { agencyId: string; id: string }>();
  for (const claim of claims) {
    const owner = claim.kind === 'REFUND' ? ownerOf(claim) : null;
    if (owner === null || claim.kind === 'SPEND') continue;
    places.set(claim.entryId, { agencyId: owner.agencyId, id: claim.entryId });
  }
  return places.size === 0 ? [] : loadEntriesById(books.unit, [...places.values()]);
}

/** The days in which the spends of a group would count. */
function spendDays(
  books: Books,
  claims: readonly Claim[],
  ownerOf: FindOwner,
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
  for (const book of books.all()) if (first) turns.watch(book, first.caller.actor);
  return turns;
}
