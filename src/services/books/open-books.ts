import type { Reach } from '../../domain/access/caller.js';
import { BrandBook } from '../../domain/book/brand-book.js';
import { TallySheet } from '../../domain/book/tally-sheet.js';
import type { Brand } from '../../domain/brand/brand.js';
import type { BrandId } from '../../domain/ids.js';
import { presentInstant } from '../../persistence/present-instant.js';
import {
  type BrandPlace,
  inLockOrder,
  lockBrands,
  lockKnownBrands,
} from '../../persistence/queries/lock-brands.js';
import type { Owner } from '../../persistence/queries/resolve-claims.js';
import type { Transaction } from '../../persistence/unit-of-work.js';
import type { BookKernel } from '../kernel.js';
import { Books, type Shelf } from './books.js';
import { addFound, openWholeBrands, readBooks } from './fill-books.js';

/** Which brands to lock, and which of their campaigns to load beside those that are due. */
export interface Selection {
  readonly brands: readonly BrandPlace[];
  /** `ALL`: every campaign of these brands. */
  readonly campaigns: readonly Owner[] | 'ALL';
}

/** Brands and campaigns of one agency, as far as somebody reaches. */
export interface Scope {
  readonly reach: Reach;
  readonly brands: readonly BrandId[];
  readonly campaigns: Selection['campaigns'];
}

/**
 * Locks the brands, loads what is selected and everything that is due, and settles it as of now: a few
 * statements, whatever the number of rows. What is unknown, or out of the unit's reach, is left out.
 */
export async function openBooks<Unit extends Transaction>(
  kernel: BookKernel,
  unit: Unit,
  { brands, campaigns }: Selection,
): Promise<Books<Unit>> {
  const places = inLockOrder(brands);
  const opened =
    (campaigns === 'ALL' ? null : await openKnown(kernel, unit, { places, campaigns })) ??
    (await openAnew(kernel, unit, { places, campaigns }));
  for (const book of opened.all()) book.settle();
  return opened;
}

async function openAnew<Unit extends Transaction>(
  kernel: BookKernel,
  unit: Unit,
  { places, campaigns }: { readonly places: readonly BrandPlace[] } & Pick<Selection, 'campaigns'>,
): Promise<Books<Unit>> {
  const { known } = kernel.database;
  const brands = await lockBrands(unit, known.brands, places);
  // Only now, with the locks held, is "now" later than all that these books hold.
  const now = await presentInstant(kernel, unit);
  const opened = booksOf(unit, brands, { now, tallies: new TallySheet(), known });
  if (campaigns === 'ALL') await openWholeBrands(opened);
  else if (brands.length > 0) {
    const named = campaigns.filter(({ brandId }) => opened.find(brandId) !== null);
    const found = await readBooks(opened, { brands, named, now });
    await addFound(opened, found);
  }
  return opened;
}

/** What becomes due while a lock is waited for is found too, if that does not take longer. */
const LOCK_WAIT_MS = 2_000;

/**
 * Opens brands that are known as they were last read, in one round trip: the locks, and what is read under
 * them. Null, and nothing is locked, if one of them is not known or has changed.
 */
async function openKnown<Unit extends Transaction>(
  { clock, testClock, database: { known } }: BookKernel,
  unit: Unit,
  { places, campaigns: named }: { places: readonly BrandPlace[]; campaigns: readonly Owner[] },
): Promise<Books<Unit> | null> {
  const { restart } = unit;
  const versions = places.map(({ brandId }) => known.brands.get(brandId));
  const areKnown = versions.every((version) => version !== undefined);
  if (restart === null || testClock !== null || places.length === 0 || !areKnown) return null;
  const brands = versions.map(({ row }) => row);
  const latest = clock.now() + LOCK_WAIT_MS;
  const tallies = new TallySheet();
  const [areLocked, found] = await Promise.all([
    lockKnownBrands(unit, versions),
    readBooks({ unit, known, tallies }, { brands, named, now: latest }),
  ]);
  const now = clock.now();
  if (!areLocked || now > latest) {
    await restart();
    return null;
  }
  const opened = booksOf(unit, brands, { now, tallies, known });
  await addFound(opened, found);
  return opened;
}

function booksOf<Unit extends Transaction>(
  unit: Unit,
  brands: readonly Brand[],
  shelf: Shelf,
): Books<Unit> {
  const books = brands.map((brand) => new BrandBook(brand, shelf.tallies, shelf.now));
  return new Books(unit, shelf, books);
}
