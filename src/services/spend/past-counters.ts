import type { Books } from '../books/books.js';
import { readTallies } from '../books/fill-books.js';
import { type CountedDay, countersOf } from './claim-group.js';

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
  const keys = [...past.values()].flatMap(countersOf);
  await readTallies(books, keys);
}
