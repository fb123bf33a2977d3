import { authorize, type Caller } from '../../domain/access/caller.js';
import type { BrandSnapshot } from '../../domain/brand/brand.js';
import { withBooks } from '../books/with-books.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import type { ResetBrandBudgetRequest } from './budget-requests.js';
import { resetCounter } from './reset-counter.js';

/**
 * Sets aside what a brand spent in the current day or month, so that its own counter counts from
 * zero again; its campaigns' counters, the ledger and the other period keep theirs. The version
 * stays. Refuses an unknown id (NOT_FOUND) and what is ARCHIVED.
 */
export function resetBrandBudget(
  kernel: BookKernel,
  caller: Caller,
  { id, period }: ResetBrandBudgetRequest,
): Promise<Outcome<BrandSnapshot>> {
  authorize(caller, 'budget:reset');
  const scope = { reach: caller, brands: [id], campaigns: 'ALL' } as const;
  return outcomeOf(() =>
    withBooks(kernel, scope, (books) => {
      const book = books.find(id);
      if (!book) return refuse(['id'], 'NOT_FOUND', 'No brand has this id.');
      if (book.brand.status === 'ARCHIVED') refuse(['id'], 'ARCHIVED', 'The brand is archived.');
      resetCounter(books, caller, { book, owner: { kind: 'brand', id }, period });
      const ids = book.campaigns().map((campaign) => campaign.id);
      book.reevaluate(ids, { trigger: 'RESET', actor: caller.actor });
      return book.brandSnapshot();
    }),
  );
}
