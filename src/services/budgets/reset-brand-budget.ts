import type { Caller } from '../../domain/access/caller.js';
import { currentCounter } from '../../domain/book/tally-sheet.js';
import type { BrandSnapshot } from '../../domain/brand/brand.js';
import { withBooks } from '../books/with-books.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import type { ResetBrandBudgetRequest } from './budget-requests.js';

/**
 * Sets aside what a brand spent in the current day or month, so that its own counter counts from
 * zero again; its campaigns' counters, the ledger and the other period keep theirs. The version
 * stays. Refuses an unknown id (NOT_FOUND) and what is ARCHIVED.
 */
export function resetBrandBudget(
  kernel: BookKernel,
  { agencyId, actor }: Caller,
  { id, period }: ResetBrandBudgetRequest,
): Promise<Outcome<BrandSnapshot>> {
  const scope = { agencyId, brandIds: [id], campaignIds: 'ALL' } as const;
  return outcomeOf(() =>
    withBooks(kernel, scope, (books) => {
      const book = books.find(id);
      if (!book) return refuse(['id'], 'NOT_FOUND', 'No brand has this id.');
      if (book.brand.status === 'ARCHIVED') refuse(['id'], 'ARCHIVED', 'The brand is archived.');
      book.tallies.reset(currentCounter(id, period, book.brand));
      const ids = book.campaigns().map((campaign) => campaign.id);
      book.reevaluate(ids, { trigger: 'RESET', actor });
      return book.brandSnapshot();
    }),
  );
}
