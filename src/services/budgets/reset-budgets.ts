import type { Caller } from '../../domain/access/caller.js';
import { currentCounter } from '../../domain/book/tally-sheet.js';
import type { BulkCampaignResult } from '../campaigns/campaign-requests.js';
import { changeEach } from '../campaigns/change-each.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import type { ResetBudgetsRequest } from './budget-requests.js';

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
    change: (_, members) => {
      for (const { book, id } of members) {
        book.tallies.reset(currentCounter(id, period, book.brand));
        book.reevaluate([id], { trigger: 'RESET', actor: caller.actor });
      }
    },
  });
}
