import type { Caller } from '../../domain/access/caller.js';
import type { DesiredStatus } from '../../domain/campaign/campaign.js';
import { type CampaignId, encodeId } from '../../domain/ids.js';
import { setDesiredStatus } from '../../persistence/queries/set-desired-status.js';
import type { BookKernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import type { BulkCampaignResult } from './campaign-requests.js';
import { changeEach } from './change-each.js';

/** What is asked of which campaigns. */
export interface StatusWish {
  readonly ids: readonly CampaignId[];
  readonly desiredStatus: Exclude<DesiredStatus, 'ARCHIVED'>;
}

/**
 * Asks the same of many campaigns, and decides anew what each of them does. A campaign of which it
 * is asked already stays as it is. Refuses as `changeEach` does.
 */
export function changeDesiredStatus(
  kernel: BookKernel,
  caller: Caller,
  { ids, desiredStatus }: StatusWish,
): Promise<Outcome<readonly BulkCampaignResult[]>> {
  const { agencyId, actor } = caller;
  return changeEach(kernel, caller, {
    ids,
    permission: 'campaign:write',
    change: async (books, members) => {
      const { unit, now } = books;
      const changed = members.filter(
        ({ book, id }) => book.campaign(id).desiredStatus !== desiredStatus,
      );
      if (changed.length === 0) return;
      const changedIds = changed.map(({ id }) => id);
      await setDesiredStatus(unit, { agencyId, ids: changedIds, desiredStatus, at: now });
      for (const { book, id } of changed) {
        const { version: read, desiredStatus: before } = book.campaign(id);
        const version = read + 1;
        books.audit(caller, {
          action: desiredStatus === 'ACTIVE' ? 'campaign.activate' : 'campaign.pause',
          object: { kind: 'campaign', id: encodeId('campaign', id) },
          before: { desiredStatus: before },
          after: { desiredStatus },
        });
        book.editCampaign(id, { desiredStatus, version, updatedAt: now });
        book.reevaluate([id], { trigger: 'EDIT', actor });
      }
    },
  });
}
