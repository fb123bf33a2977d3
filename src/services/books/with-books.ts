import type { AgencyId } from '../../domain/ids.js';
import type { Transaction, UnitOfWork } from '../../persistence/unit-of-work.js';
import type { BookKernel } from '../kernel.js';
import type { Books } from './books.js';
import { openBooks, type Scope, type Selection } from './open-books.js';
import { saveBooks } from './save-books.js';

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
  return announced(kernel, () =>
    kernel.database.within(reach).write(async (unit) => {
      const books = await openBooks(kernel, unit, selection);
      const result = await work(books);
      // What the ORM changed must be there before rows that refer to it.
      await unit.em.flush();
      return { result, news: await saveBooks(kernel, books) };
    }),
  );
}

/** The same for brands of several agencies in one transaction, without the ORM. */
export function withBooksAmong<T>(
  kernel: BookKernel,
  { agencyIds, ...selection }: Selection & { readonly agencyIds: readonly AgencyId[] },
  work: (books: Books<Transaction>) => Promise<T> | T,
): Promise<T> {
  return announced(kernel, () =>
    kernel.database.among(agencyIds).writeRows(async (unit) => {
      const books = await openBooks(kernel, unit, selection);
      const result = await work(books);
      return { result, news: await saveBooks(kernel, books) };
    }),
  );
}

async function announced<T>(
  { live }: BookKernel,
  write: () => Promise<{ readonly result: T; readonly news: bigint | null }>,
): Promise<T> {
  const { result, news } = await write();
  if (news !== null) live.announce(news);
  return result;
}
