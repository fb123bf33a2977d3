import type { AgencyId } from '../../domain/ids.js';
import type { ScopedDatabase } from '../../persistence/scoped-database.js';
import { recordAudits } from '../audit/record-audits.js';
import type { BookKernel } from '../kernel.js';
import type { Books } from './books.js';
import { openBooks, type Scope, type Selection } from './open-books.js';
import { saveBooks } from './save-books.js';

type Work<T> = (books: Books) => Promise<T> | T;

/**
 * The one way to change anything that budgets depend on: locks the brands, brings them up to date,
 * lets `work` decide, and writes all of it, with what is to be audited, in the same transaction.
 * Nothing out of reach can be seen or changed. Subscribers hear of it after the commit. `work` may
 * run again if the transaction lost a race.
 */
export function withBooks<T>(
  kernel: BookKernel,
  { reach, ...selection }: Scope,
  work: Work<T>,
): Promise<T> {
  const opening = { ...selection, agencyIds: [reach.agencyId] };
  return write(kernel, kernel.database.within(reach), { opening, work });
}

/** The same for brands of several agencies in one transaction. */
export function withBooksAmong<T>(
  kernel: BookKernel,
  opening: Selection & { readonly agencyIds: readonly AgencyId[] },
  work: Work<T>,
): Promise<T> {
  return write(kernel, kernel.database.among(opening.agencyIds), { opening, work });
}

interface Undertaking<T> {
  readonly opening: Selection & { readonly agencyIds: readonly AgencyId[] };
  readonly work: Work<T>;
}

async function write<T>(
  kernel: BookKernel,
  database: ScopedDatabase,
  { opening, work }: Undertaking<T>,
): Promise<T> {
  const { result, news } = await database.write(async (unit) => {
    const books = await openBooks(kernel, unit, opening);
    const value = await work(books);
    // What the ORM changed must be there before rows that refer to it.
    await unit.em.flush();
    const xid = await saveBooks(kernel, books);
    await recordAudits(kernel, unit, books.audits);
    return { result: value, news: xid };
  });
  if (news !== null) kernel.live.announce(news);
  return result;
}
