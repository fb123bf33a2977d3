import type { Caller } from '../../domain/access/caller.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import type { BrandBook } from '../../domain/book/brand-book.js';
import type { TallySheet } from '../../domain/book/tally-sheet.js';
import type { Campaign } from '../../domain/campaign/campaign.js';
import { invariant } from '../../domain/errors.js';
import type { AgencyId, BrandId, CampaignId } from '../../domain/ids.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import type { Instant } from '../../domain/time/instant.js';
import type { KnownRows } from '../../persistence/known-rows.js';
import type { Sql } from '../../persistence/unit-of-work.js';
import type { CallerAudit } from '../audit/record-audits.js';

/** What all the books of a unit of work have in common. */
export interface Shelf {
  /** Rows that need not be read again where they have not changed. */
  readonly known: KnownRows;
  /** The instant as of which the books are settled. */
  readonly now: Instant;
  /** The counters of all the books. */
  readonly tallies: TallySheet;
}

/**
 * The locked brands of one unit of work, settled as of one instant, and what it adds to them. `Unit`
 * is the transaction: what can be done in it.
 */
export class Books<Unit extends Sql = Sql> implements Shelf {
  readonly known: KnownRows;
  readonly now: Instant;
  readonly tallies: TallySheet;
  /** Ledger rows to be written with the books. */
  readonly entries: SpendEntry[] = [];
  /** What is to be audited, in order. */
  readonly audits: CallerAudit[] = [];
  private readonly booksByBrand: ReadonlyMap<BrandId, BrandBook>;
  private readonly brandByCampaign = new Map<CampaignId, BrandId>();

  constructor(
    readonly unit: Unit,
    { known, now, tallies }: Shelf,
    books: readonly BrandBook[],
  ) {
    this.known = known;
    this.now = now;
    this.tallies = tallies;
    this.booksByBrand = new Map(books.map((book) => [book.brand.id, book]));
  }

  /** Whose brands they are. */
  get agencyIds(): readonly AgencyId[] {
    return [...new Set(this.all().map(({ brand }) => brand.agencyId))];
  }

  /** Notes a change for the audit log. */
  audit(caller: Caller, draft: AuditDraft): void {
    this.audits.push({ caller, draft });
  }

  all(): readonly BrandBook[] {
    return [...this.booksByBrand.values()];
  }

  /** The book of a brand; null if the agency has no such brand. */
  find(brandId: BrandId): BrandBook | null {
    return this.booksByBrand.get(brandId) ?? null;
  }

  /** Adds campaigns, as the database has them, to the books of their brands. */
  add(campaigns: readonly Campaign[]): void {
    for (const campaign of campaigns) {
      this.brandByCampaign.set(campaign.id, campaign.brandId);
      this.of(campaign.brandId).add([campaign]);
    }
  }

  /** The book that holds a campaign; null if none does. */
  findByCampaign(id: CampaignId): BrandBook | null {
    const brandId = this.brandByCampaign.get(id);
    return brandId === undefined ? null : this.find(brandId);
  }

  /** The book of a brand that is known to be locked here. */
  of(brandId: BrandId): BrandBook {
    const book = this.booksByBrand.get(brandId);
    invariant(book, 'the brand was not locked');
    return book;
  }
}
