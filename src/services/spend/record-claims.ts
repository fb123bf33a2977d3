import { reaches } from '../../domain/access/caller.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import type { AgencyId, CampaignId, EntryId } from '../../domain/ids.js';
import type { Claim } from '../../domain/spend/claim.js';
import { entryDay } from '../../domain/spend/entry-day.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import type { Database } from '../../persistence/database.js';
import { loadCampaigns } from '../../persistence/queries/load-campaigns.js';
import { loadEntriesByEvent, loadEntriesById } from '../../persistence/queries/load-entries.js';
import {
  type Owner,
  type OwnerName,
  type Owners,
  resolveOwners,
} from '../../persistence/queries/resolve-claims.js';
import { RaceLostError } from '../../persistence/retry.js';
import type { Sql } from '../../persistence/unit-of-work.js';
import type { Books } from '../books/books.js';
import { loadWholeBrands } from '../books/open-books.js';
import { withBooksAmong } from '../books/with-books.js';
import type { BookKernel } from '../kernel.js';
import { auditClaims } from './audit-claims.js';
import { ClaimGroup, type ClaimResult, type CountedDay } from './claim-group.js';
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

type FindOwner = (claim: Claim) => Owner | null;

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
  const owners = await findOwners(kernel.database, agencyIds, claims.map(nameOf));
  const ownerByClaim = new Map(claims.map((claim) => [claim, findOwner(owners, claim)]));
  const ownerOf = (claim: Claim): Owner | null => ownerByClaim.get(claim) ?? null;
  const found = claims.map(ownerOf).filter((owner) => owner !== null);
  const campaigns = [...new Map(found.map((owner) => [owner.campaignId, owner])).values()];
  const { duplicates } = kernel.database.known;
  let looksFirst = duplicates.isLikely;
  return withBooksAmong(kernel, { agencyIds, brands: found, campaigns }, async (books) => {
    const turns = watchTurns(books, claims);
    const lookUp = looksFirst;
    // If the ledger has some of them already, this will be run again.
    looksFirst = true;
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

/** The owners of what is named. Whose a campaign is never changes: where it is known, nobody is asked. */
async function findOwners(
  database: Database,
  agencyIds: readonly AgencyId[],
  names: readonly OwnerName[],
): Promise<Owners> {
  const { campaigns } = database.known;
  const known = ({ agencyId, kind, name }: OwnerName): Owner | null => {
    const campaign = kind === 'ID' ? campaigns.get(name)?.row : undefined;
    if (campaign?.agencyId !== agencyId) return null;
    return { agencyId, campaignId: campaign.id, brandId: campaign.brandId };
  };
  const unknown = names.filter((name) => known(name) === null);
  if (unknown.length === 0) return { find: known };
  const within = database.among(agencyIds);
  const byId = unknown.filter(({ kind }) => kind === 'ID');
  const places = [...new Map(byId.map((name) => [name.name, name])).values()].map(
    ({ agencyId, name: campaignId }) => ({ agencyId, campaignId }),
  );
  const others = unknown.filter(({ kind }) => kind !== 'ID');
  const [owners] = await Promise.all([
    others.length === 0 ? null : resolveOwners(within, others),
    loadCampaigns(within, campaigns, places),
  ]);
  return { find: (name) => known(name) ?? owners?.find(name) ?? null };
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

const NAMED_BY = { campaignId: 'ID', campaignExternalId: 'EXTERNAL_ID' } as const;

function nameOf(claim: Claim): OwnerName {
  const { agencyId } = claim.caller;
  if (claim.kind === 'REFUND') return { agencyId, kind: 'ENTRY_ID', name: claim.entryId };
  return { agencyId, kind: NAMED_BY[claim.namedBy], name: claim.name };
}

function findOwner(owners: Owners, claim: Claim): Owner | null {
  const owner = owners.find(nameOf(claim));
  return owner && reaches(claim.caller, owner.brandId) ? owner : null;
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
