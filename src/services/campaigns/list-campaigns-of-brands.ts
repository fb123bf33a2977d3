import { authorize, type Caller } from '../../domain/access/caller.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { cutPage, itemsAt } from '../../domain/paging/cut-page.js';
import type { CountedPage } from '../../domain/paging/page.js';
import {
  countCampaignsOfEach,
  pageCampaignsOfEach,
} from '../../persistence/queries/page-campaigns.js';
import type { Kernel } from '../kernel.js';
import { campaignCriteria } from './campaign-criteria.js';
import type { ListCampaignsRequest } from './campaign-requests.js';
import { loadCampaigns } from './load-campaigns.js';

/**
 * The same page of the campaigns of each brand, in the order of the brands, each campaign as it is
 * now: two statements, and one more if anything is counted, whatever the number of brands.
 */
export async function listCampaignsOfBrands(
  kernel: Kernel,
  caller: Caller,
  {
    brandIds,
    page,
    filter,
    order,
  }: ListCampaignsRequest & { readonly brandIds: readonly string[] },
): Promise<readonly CountedPage<CampaignSnapshot>[]> {
  authorize(caller, 'campaign:read');
  const database = kernel.database.within(caller);
  const { agencyId } = caller;
  const criteria = await campaignCriteria(kernel, database, filter);
  const query = { agencyId, page, filter: criteria, order };
  const lists = await pageCampaignsOfEach(database, brandIds, query);
  const pages = lists.map((list) => cutPage(list, page));
  const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
  const snapshots = await loadCampaigns(kernel, caller, ids);
  const byId = new Map(ids.map((id, i) => [id, snapshots[i] ?? null]));
  let counts: Promise<readonly number[]> | null = null;
  const count = async (place: number): Promise<number> => {
    counts ??= countCampaignsOfEach(database, brandIds, query);
    return (await counts)[place] ?? 0;
  };
  return pages.map(({ rows, hasNextPage }, place) => ({
    items: itemsAt(
      rows,
      rows.map(({ id }) => byId.get(id) ?? null),
    ),
    hasNextPage,
    totalCount: () => count(place),
  }));
}
