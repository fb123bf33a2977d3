import type { AgencyId } from '../../domain/ids.js';
import { isLostRace } from '../../persistence/retry.js';
import type { ScopedDatabase } from '../../persistence/scoped-database.js';
import type { Transaction, UnitOfWork } from '../../persistence/unit-of-work.js';
import type { BookKernel } from '../kernel.js';
import type { Books } from './books.js';
import { openBooks, type Scope, type Selection } from './open-books.js';
import { NotRecalledError, recallBooks, type RecalledBooks } from './recall-books.js';
import { saveBooks, saveRecalled } from './save-books.js';

/**
 * The one way to change anything that budgets depend on: locks the brands, brings them up to date,
 * lets `work` decide, and writes all of it, with what is to be audited, in the same transaction.
 * Nothing out of reach can be seen or changed. Subscribers hear of it after the commit. `work` may
 * run again if the transaction lost a race.
 */
export function withBooks<T>(
  kernel: BookKernel,
  { reach, brands, campaigns }: Scope,
  work: (books: Books<UnitOfWork>) => Promise<T> | T,
): Promise<T> {
  const { agencyId } = reach;
  const selection = { brands: brands.map((brandId) => ({ agencyId, brandId })), campaigns };
  return announced(kernel, selection, () =>
    kernel.database.within(reach).write(async (unit) => {
      const books = await openBooks(kernel, unit, selection);
      const result = await work(books);
      // What the ORM changed must be there before rows that refer to it.
      await unit.em.flush();
      return { result, news: await saveBooks(kernel, books) };
    }),
  );
}

type Work<T> = (books: Books<Transaction>, hasLost: boolean) => Promise<T> | T;

/**
 * The same for brands of several agencies in one transaction, without the ORM. Spends of what the process
 * has in mind are decided by that, and written in one round trip if the database still has it so. `work` is
 * told whether it has lost a race before.
 */
export function withBooksAmong<T>(
  kernel: BookKernel,
  { agencyIds, ...selection }: Selection & { readonly agencyIds: readonly AgencyId[] },
  work: Work<T>,
): Promise<T> {
  const database = kernel.database.among(agencyIds);
  const recalled = database.isJoined ? null : recallBooks(kernel, selection);
  if (!recalled) kernel.database.known.changes.note(false);
  return announced(kernel, selection, async () => {
    const done = recalled
      ? await workFromMemory({ kernel, database, recalled }, work)
      : 'NOT_KNOWN';
    if (typeof done === 'object') return done;
    return database.writeRows(async (unit, lost) => {
      const books = await openBooks(kernel, unit, selection);
      const result = await work(books, done === 'LOST' || lost > 0);
      return { result, news: await saveBooks(kernel, books) };
    });
  });
}

/** What came of work, and the number of its transaction if somebody may be watching what it changed. */
interface Done<T> {
  readonly result: T;
  readonly news: bigint | null;
}

interface Recalled {
  readonly kernel: BookKernel;
  readonly database: ScopedDatabase;
  readonly recalled: RecalledBooks;
}

/** Nothing is done if it takes more than is known, or if that is not so any more: the race is lost. */
async function workFromMemory<T>(
  { kernel, database, recalled }: Recalled,
  work: Work<T>,
): Promise<Done<T> | 'NOT_KNOWN' | 'LOST'> {
  const { books } = recalled;
  try {
    for (const book of books.all()) book.settle();
    const result = await work(books, false);
    const saved = await saveRecalled(kernel, database, recalled);
    return saved ? { result, ...saved } : 'NOT_KNOWN';
  } catch (error) {
    if (error instanceof NotRecalledError) return 'NOT_KNOWN';
    if (!isLostRace(error)) throw error;
    books.known.changes.note(true);
    return 'LOST';
  }
}

async function announced<T>(
  { live, database: { known } }: BookKernel,
  { brands }: Selection,
  write: () => Promise<Done<T>>,
): Promise<T> {
  const brandIds = brands.map(({ brandId }) => brandId);
  const { result, news } = await known.inUse.during(brandIds, write);
  if (news !== null) live.announce(news);
  return result;
}
