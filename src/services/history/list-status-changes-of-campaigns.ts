import { authorize, type Caller } from '../../domain/access/caller.js';
import type { StatusChange } from '../../domain/history/status-change.js';
import type { Page, PageRequest } from '../../domain/paging/page.js';
import { pagesOfEach } from '../../domain/paging/pages-of-each.js';
import { newestOfEach } from '../../persistence/queries/newest-of-each.js';
import type { Kernel } from '../kernel.js';
import { loadStatusChanges } from './load-status-changes.js';

/** The same page of the history of each campaign: two statements, whatever their number. */
export async function listStatusChangesOfCampaigns(
  kernel: Kernel,
  caller: Caller,
  { campaignIds, page }: { readonly campaignIds: readonly string[]; readonly page: PageRequest },
): Promise<readonly Page<StatusChange>[]> {
  authorize(caller, 'campaign:read');
  const lists = await newestOfEach(kernel.database.within(caller), {
    list: 'STATUS_CHANGES',
    agencyId: caller.agencyId,
    ownerIds: campaignIds,
    page,
  });
  const nodes = await loadStatusChanges(kernel, caller, lists.flat());
  return pagesOfEach(lists, page, { nodes, valueOf: ({ at }) => String(at) });
}
