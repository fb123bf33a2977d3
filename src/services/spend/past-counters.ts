import type { BrandId, CampaignId } from '../../domain/ids.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import { loadTallies } from '../../persistence/queries/load-tallies.js';
import type { Books } from '../books/books.js';
import { countersOf } from './claim-group.js';

/** A day in which something of a campaign counts. */
export interface CountedDay {
  readonly campaignId: CampaignId;
  readonly brandId: BrandId;
  readonly day: LocalDate;
}

/**
 * Reads the counters of days gone by, in one statement and only if there are any; those of the
 * current periods are in the books.
 */
export async function loadPastCounters(books: Books, days: readonly CountedDay[]): Promise<void> {
  const past = new Map<string, CountedDay>();
  for (const counted of days) {
    const current = books.find(counted.brandId)?.brand.day.date;
    if (counted.day !== current) past.set(`${counted.campaignId} ${counted.day}`, counted);
  }
  const keys = [...past.values()].flatMap(({ campaignId, brandId, day }) =>
    countersOf(campaignId, brandId, day),
  );
  if (keys.length === 0) return;
  await loadTallies(books.unit, { agencyId: books.agencyId, keys, sheet: books.tallies });
}
