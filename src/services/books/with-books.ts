import type { BookKernel } from '../kernel.js';
import type { Books } from './books.js';
import { openBooks, type Scope } from './open-books.js';
import { saveBooks } from './save-books.js';

/**
 * The one way to change anything that budgets depend on: locks the brands, brings them up to date,
 * lets `work` decide, and writes all of it in the same transaction. Subscribers hear of it after the
 * commit. `work` may run again if the transaction lost a race.
 */
export async function withBooks<T>(
  kernel: BookKernel,
  scope: Scope,
  work: (books: Books) => Promise<T> | T,
): Promise<T> {
  const { result, news } = await kernel.database.write(async (unit) => {
    const books = await openBooks(kernel, unit, scope);
    const value = await work(books);
    // What the ORM changed must be there before rows that refer to it.
    await unit.em.flush();
    return { result: value, news: await saveBooks(kernel, books) };
  });
  if (news !== null) kernel.live.announce(news);
  return result;
}
