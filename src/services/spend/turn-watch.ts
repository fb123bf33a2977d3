import type { Actor } from '../../domain/access/caller.js';
import type { BrandBook } from '../../domain/book/brand-book.js';
import type { BrandId, CampaignId } from '../../domain/ids.js';

/** A budget that was exhausted, or freed again, and whose request turned it last. */
interface Turn {
  readonly before: number;
  now: number;
  actor: Actor;
}

/**
 * Notices which spend or refund crosses a cap, so that only what turned is evaluated anew, and
 * under the name of whoever turned it.
 */
export class TurnWatch {
  private readonly campaigns = new Map<CampaignId, Turn & { readonly book: BrandBook }>();
  private readonly brands = new Map<BrandId, Turn & { readonly book: BrandBook }>();

  /** Remembers how a brand and its campaigns stand before anything is entered. */
  watch(book: BrandBook, actor: Actor): void {
    const before = book.brandExhaustion();
    this.brands.set(book.brand.id, { before, now: before, actor, book });
    for (const { id } of book.campaigns()) {
      const own = book.exhaustion(id);
      this.campaigns.set(id, { before: own, now: own, actor, book });
    }
  }

  /** Called after each entry, with who sent it. */
  note(book: BrandBook, campaignId: CampaignId, actor: Actor): void {
    turn(this.brands.get(book.brand.id), book.brandExhaustion(), actor);
    turn(this.campaigns.get(campaignId), book.exhaustion(campaignId), actor);
  }

  /** Brands that stand differently in the end; all their campaigns are concerned. */
  turnedBrands(): readonly BrandId[] {
    return [...this.brands].filter(([, { before, now }]) => before !== now).map(([id]) => id);
  }

  /** Evaluates anew all that is concerned. Whole brands must have been loaded. */
  reevaluate(): void {
    for (const { before, now, actor, book } of this.brands.values()) {
      if (before === now) continue;
      const ids = book.campaigns().map(({ id }) => id);
      book.reevaluate(ids, { trigger: 'SPEND', actor });
    }
    for (const [id, { before, now, actor, book }] of this.campaigns) {
      if (before !== now) book.reevaluate([id], { trigger: 'SPEND', actor });
    }
  }
}

function turn(entry: Turn | undefined, now: number, actor: Actor): void {
  if (entry === undefined || entry.now === now) return;
  entry.now = now;
  entry.actor = actor;
}
