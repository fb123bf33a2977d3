import type { Caller } from '../../domain/access/caller.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import type { BulkCampaignResult } from './campaign-requests.js';
import { changeDesiredStatus } from './change-desired-status.js';

/**
 * Stops up to 500 campaigns until a person activates them again. One result for each id, in order;
 * refuses as `changeEach` does.
 */
export function pauseCampaigns(
  kernel: BookKernel,
  caller: Caller,
  ids: readonly string[],
): Promise<Outcome<readonly BulkCampaignResult[]>> {
  return changeDesiredStatus(kernel, caller, { ids, desiredStatus: 'PAUSED' });
}
