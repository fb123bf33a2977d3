import { BrandBook } from '../../domain/book/brand-book.js';
import { TallySheet } from '../../domain/book/tally-sheet.js';
import type { KnownRows } from '../../persistence/known-rows.js';
import { inLockOrder } from '../../persistence/queries/lock-brands.js';
import type { Basis } from '../../persistence/queries/write-known-spends.js';
import type { Transaction } from '../../persistence/unit-of-work.js';
import type { BookKernel } from '../kernel.js';
import { Books } from './books.js';
import { currentKeys } from './fill-books.js';
import type { Selection } from './open-books.js';

/** Books that were put together without asking the database. */
export interface RecalledBooks {
  /** Whatever reads in their unit of work gets a {@link NotRecalledError}. */
  readonly books: Books<Transaction>;
  /** What has to be as it is known, still, for them to be right. */
  readonly basis: Basis;
}

/** Thrown where the database would have to be asked. */
export class NotRecalledError extends Error {
  override readonly name = 'NotRecalledError';
}

const refuse = (): Promise<never> => Promise.reject(new NotRecalledError('not known by heart'));
const NO_UNIT: Transaction = { rows: refuse, lastRows: refuse, restart: null };

/**
 * Opens books by what the process has in mind of the brands, the campaigns and their current counters. Null
 * if something is not known, or likely not to be as it is known: another unit of work is changing one
 * of the brands, other processes do, a day has ended, or the clock is for tests.
 */
export function recallBooks(
  { clock, testClock, database: { known } }: BookKernel,
  { brands: places, campaigns: named }: Selection,
): RecalledBooks | null {
  if (testClock !== null || named === 'ALL' || known.changes.isLikely) return null;
  const now = clock.now();
  const brands = allOf(inLockOrder(places), ({ brandId }) => known.brands.get(brandId));
  const campaigns = allOf(named, ({ campaignId }) => known.campaigns.get(campaignId));
  if (!brands || !campaigns || brands.length === 0) return null;
  if (brands.some(({ row }) => row.day.endsAt <= now)) return null;
  if (known.inUse.hasAny(brands.map(({ row }) => row.id))) return null;
  const tallies = new TallySheet();
  const opened = brands.map(({ row }) => new BrandBook(row, tallies, now));
  const books = new Books(NO_UNIT, { known, now, tallies }, opened);
  books.add(campaigns.map(({ row }) => row));
  return recallTallies(books, known) ? { books, basis: { brands, campaigns } } : null;
}

/** Enters the current counters; false if one of them is not known. */
function recallTallies(books: Books, { counters }: KnownRows): boolean {
  for (const book of books.all()) {
    const { brand } = book;
    for (const ownerId of [brand.id, ...book.campaigns().map(({ id }) => id)]) {
      for (const key of currentKeys(ownerId, brand)) {
        const counter = counters.find(key);
        if (counter === null) return false;
        books.tallies.enter(key, counter.tally, counter);
      }
    }
  }
  return true;
}

/** What is found of each; null if one is not found. */
function allOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): readonly Found[] | null {
  const found: Found[] = [];
  for (const item of items) {
    const one = find(item);
    if (one === undefined) return null;
    found.push(one);
  }
  return found;
}
