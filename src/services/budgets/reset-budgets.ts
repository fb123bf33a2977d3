import type { Caller } from '../../domain/access/caller.js';
import type { BulkCampaignResult } from '../campaigns/campaign-requests.js';
import { changeEach } from '../campaigns/change-each.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import type { ResetBudgetsRequest } from './budget-requests.js';
import { resetCounter } from './reset-counter.js';

/**
 * Sets aside what up to 500 campaigns spent in the current day or month, so that each one's own
 * counter counts from zero again; the ledger, the other period and the brands keep theirs. Versions
 * stay. One result for each id, in order; refuses as `changeEach` does.
 */
export function resetBudgets(
  kernel: BookKernel,
  caller: Caller,
  { ids, period }: ResetBudgetsRequest,
): Promise<Outcome<readonly BulkCampaignResult[]>> {
  return changeEach(kernel, caller, {
    ids,
    permission: 'budget:reset',
    change: (books, members) => {
      for (const { book, id } of members) {
        resetCounter(books, caller, { book, owner: { kind: 'campaign', id }, period });
        book.reevaluate([id], { trigger: 'RESET', actor: caller.actor });
      }
    },
  });
}
