import type { Caller } from '../../domain/access/caller.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import type { BulkCampaignResult } from './campaign-requests.js';
import { changeDesiredStatus } from './change-desired-status.js';

/**
 * Asks up to 500 campaigns to run whenever budget and schedule allow: a cap or a closed window still
 * holds. One result for each id, in order; refuses as `changeEach` does.
 */
export function activateCampaigns(
  kernel: BookKernel,
  caller: Caller,
  ids: readonly string[],
): Promise<Outcome<readonly BulkCampaignResult[]>> {
  return changeDesiredStatus(kernel, caller, { ids, desiredStatus: 'ACTIVE' });
}
