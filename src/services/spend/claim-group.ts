import type { BrandBook } from '../../domain/book/brand-book.js';
import type { CounterKey } from '../../domain/book/tally-sheet.js';
import type { CampaignId, EntryId } from '../../domain/ids.js';
import type { Micros } from '../../domain/money/micros.js';
import type { Claim, RefundClaim, SpendClaim } from '../../domain/spend/claim.js';
import { entryDay } from '../../domain/spend/entry-day.js';
import {
  conflictError,
  counterErrors,
  isSameContent,
  refundErrors,
  spendErrors,
  unknownCampaignError,
} from '../../domain/spend/judge-claim.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import type { UserError } from '../../domain/errors.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { monthOf } from '../../domain/time/local-date.js';
import type { Owner } from '../../persistence/queries/resolve-claims.js';
import type { Books } from '../books/books.js';
import type { TurnWatch } from './turn-watch.js';

/** What became of a claim. */
export type ClaimResult =
  | { readonly outcome: 'RECORDED' | 'DUPLICATE'; readonly entry: SpendEntry }
  | { readonly outcome: 'REJECTED'; readonly errors: readonly UserError[] };

/** What a group of claims needs to know beyond the books. */
export interface GroupFacts {
  readonly ownerOf: (claim: Claim) => Owner | null;
  /** Rows recorded before under the claims' keys. */
  readonly known: readonly SpendEntry[];
  /** Rows that refunds name. */
  readonly targets: readonly SpendEntry[];
  /** Whether the campaign was not ACTIVE when a spend happened. */
  readonly wasBlocked: (claim: SpendClaim, campaignId: CampaignId) => boolean;
  readonly nextId: () => EntryId;
}

/** Records claims into the books one after the other, in the order in which they arrived. */
export class ClaimGroup {
  private readonly known: Map<string, SpendEntry>;
  private readonly targets: Map<EntryId, SpendEntry>;

  constructor(
    private readonly books: Books,
    private readonly facts: GroupFacts,
    private readonly turns: TurnWatch,
  ) {
    this.known = new Map(facts.known.map((entry) => [keyOf(entry.agencyId, entry), entry]));
    this.targets = new Map(facts.targets.map((entry) => [entry.id, entry]));
  }

  /** Judges one claim and, if nothing speaks against it, enters it. */
  take(claim: Claim): ClaimResult {
    const owner = this.facts.ownerOf(claim);
    const known = this.known.get(keyOf(claim.caller.agencyId, claim));
    if (known) {
      // A row that the caller does not reach is none of theirs, however well they guess what it says.
      return owner && isSameContent(claim, owner.campaignId, known)
        ? { outcome: 'DUPLICATE', entry: known }
        : rejected([conflictError(claim)]);
    }
    return claim.kind === 'SPEND' ? this.takeSpend(claim, owner) : this.takeRefund(claim, owner);
  }

  private takeSpend(claim: SpendClaim, owner: Owner | null): ClaimResult {
    const book = owner && this.books.find(owner.brandId);
    if (!owner || !book?.has(owner.campaignId)) return rejected([unknownCampaignError(claim)]);
    const errors = spendErrors(claim, book.brand, this.books.now);
    if (errors.length > 0) return rejected(errors);
    return this.enter(claim, book, {
      campaignId: owner.campaignId,
      amountMicros: claim.amountMicros,
      occurredAt: claim.occurredAt ?? this.books.now,
      day: entryDay(book.brand, claim.occurredAt),
      whileBlocked: this.facts.wasBlocked(claim, owner.campaignId),
      refundOfId: null,
      refundableMicros: claim.amountMicros,
    });
  }

  private takeRefund(claim: RefundClaim, owner: Owner | null): ClaimResult {
    const target = owner && (this.targets.get(claim.entryId) ?? null);
    const errors = refundErrors(claim, target);
    if (target === null || errors.length > 0) return rejected(errors);
    const result = this.enter(claim, this.books.of(target.brandId), {
      campaignId: target.campaignId,
      amountMicros: -claim.amountMicros,
      occurredAt: target.occurredAt,
      day: target.day,
      whileBlocked: false,
      refundOfId: target.id,
      refundableMicros: 0n,
    });
    this.reduceRefundable(target, claim.amountMicros);
    return result;
  }

  private enter(claim: Claim, book: BrandBook, content: EntryContent): ClaimResult {
    const { agencyId } = book.brand;
    const keys = countersOf({ ...content, agencyId, brandId: book.brand.id });
    const tallies = keys.map((key) => this.books.tallies.at(key));
    const errors = counterErrors(claim, tallies, content.amountMicros);
    if (errors.length > 0) return rejected(errors);
    for (const key of keys) this.books.tallies.add(key, content.amountMicros);
    this.turns.note(book, content.campaignId, claim.caller.actor);
    const { now: recordedAt } = this.books;
    const { id: brandId, currency } = book.brand;
    const { eventId, source, kind } = claim;
    const id = this.facts.nextId();
    const entry = {
      id,
      agencyId,
      brandId,
      currency,
      eventId,
      source,
      kind,
      recordedAt,
      recordedBy: claim.caller.actor,
      ...content,
    };
    this.books.entries.push(entry);
    this.known.set(keyOf(agencyId, claim), entry);
    if (kind === 'SPEND') this.targets.set(id, entry);
    return { outcome: 'RECORDED', entry };
  }

  private reduceRefundable(target: SpendEntry, amountMicros: Micros): void {
    const refundableMicros = target.refundableMicros - amountMicros;
    this.targets.set(target.id, { ...target, refundableMicros });
  }
}

type EntryContent = Pick<
  SpendEntry,
  | 'campaignId'
  | 'amountMicros'
  | 'occurredAt'
  | 'day'
  | 'whileBlocked'
  | 'refundOfId'
  | 'refundableMicros'
>;

/** A day in which something of a campaign counts. */
export interface CountedDay extends Owner {
  readonly day: LocalDate;
}

/** The four counters that an entry counts in: of its campaign and brand, of its day and month. */
export function countersOf({ agencyId, campaignId, brandId, day }: CountedDay): CounterKey[] {
  const month = monthOf(day);
  return [campaignId, brandId].flatMap((ownerId) => [
    { agencyId, ownerId, period: 'DAY' as const, date: day },
    { agencyId, ownerId, period: 'MONTH' as const, date: month },
  ]);
}

function keyOf(agencyId: string, { source, eventId }: { source: string; eventId: string }): string {
  return `${agencyId}\n${source}\n${eventId}`;
}

function rejected(errors: readonly UserError[]): ClaimResult {
  return { outcome: 'REJECTED', errors };
}
