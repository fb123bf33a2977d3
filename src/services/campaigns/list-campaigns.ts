import { authorize, type Caller } from '../../domain/access/caller.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { cutPage, itemsAt } from '../../domain/paging/cut-page.js';
import type { CountedPage } from '../../domain/paging/page.js';
import { countCampaigns, pageCampaigns } from '../../persistence/queries/page-campaigns.js';
import type { Kernel } from '../kernel.js';
import { campaignCriteria } from './campaign-criteria.js';
import type { ListCampaignsRequest } from './campaign-requests.js';
import { loadCampaigns } from './load-campaigns.js';

/** A page of the agency's campaigns, each as it is now. */
export async function listCampaigns(
  kernel: Kernel,
  caller: Caller,
  { page, filter, order }: ListCampaignsRequest,
): Promise<CountedPage<CampaignSnapshot>> {
  authorize(caller, 'campaign:read');
  const database = kernel.database.within(caller);
  const { agencyId } = caller;
  const criteria = await campaignCriteria(kernel, database, filter);
  const read = await pageCampaigns(database, { agencyId, page, filter: criteria, order });
  const { rows: positions, hasNextPage } = cutPage(read, page);
  const ids = positions.map(({ id }) => id);
  return {
    items: itemsAt(positions, await loadCampaigns(kernel, caller, ids)),
    hasNextPage,
    totalCount: () => countCampaigns(database, agencyId, criteria),
  };
}
