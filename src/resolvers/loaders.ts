import DataLoader from 'dataloader';
import type { ApiKey } from '../domain/access/api-key.js';
import type { Caller } from '../domain/access/caller.js';
import type { Invitation } from '../domain/access/invitation.js';
import type { Member } from '../domain/access/member.js';
import type { BrandSnapshot } from '../domain/brand/brand.js';
import type { PeriodClose } from '../domain/budget/period-close.js';
import type { CampaignSnapshot } from '../domain/campaign/campaign.js';
import type { StatusChange } from '../domain/history/status-change.js';
import type { CountedPage, Page, PageRequest } from '../domain/paging/page.js';
import type { SpendEntry } from '../domain/spend/spend-entry.js';
import { loadBrands } from '../services/brands/load-brands.js';
import type { ListPeriodClosesRequest } from '../services/budgets/budget-requests.js';
import { listPeriodCloses } from '../services/budgets/list-period-closes.js';
import { loadPeriodCloses } from '../services/budgets/load-period-closes.js';
import type { ListCampaignsRequest } from '../services/campaigns/campaign-requests.js';
import { listCampaignsOfBrands } from '../services/campaigns/list-campaigns-of-brands.js';
import { loadCampaigns } from '../services/campaigns/load-campaigns.js';
import { listStatusChangesOfCampaigns } from '../services/history/list-status-changes-of-campaigns.js';
import { loadStatusChanges } from '../services/history/load-status-changes.js';
import { loadInvitations } from '../services/invitations/load-invitations.js';
import type { Kernel } from '../services/kernel.js';
import { loadKeys } from '../services/keys/load-keys.js';
import { loadMembers } from '../services/members/load-members.js';
import { loadSpendEntries } from '../services/spend/load-spend-entries.js';
import { ListLoader } from './list-loader.js';
import { SeriesLoader } from './series-loader.js';

type ById<T> = DataLoader<string, T | null>;

/** What fields of many objects ask for one by one and get in one query; each takes a uuid. */
export interface Loaders {
  readonly brands: ById<BrandSnapshot>;
  readonly campaigns: ById<CampaignSnapshot>;
  readonly spendEntries: ById<SpendEntry>;
  readonly statusChanges: ById<StatusChange>;
  readonly periodCloses: ById<PeriodClose>;
  readonly members: ById<Member>;
  readonly invitations: ById<Invitation>;
  readonly keys: ById<ApiKey>;
  readonly spendSeries: SeriesLoader;
  /** The histories of campaigns. */
  readonly histories: ListLoader<PageRequest, Page<StatusChange>>;
  /** The ended periods of brands. */
  readonly closesOfBrands: ListLoader<ClosesRequest, Page<PeriodClose>>;
  readonly campaignsOfBrands: ListLoader<ListCampaignsRequest, CountedPage<CampaignSnapshot>>;
}

type ClosesRequest = Omit<ListPeriodClosesRequest, 'brandIds'>;

/** The loaders of one operation. */
export function createLoaders(kernel: Kernel, caller: Caller): Loaders {
  return {
    brands: byId((ids) => loadBrands(kernel, caller, ids)),
    campaigns: byId((ids) => loadCampaigns(kernel, caller, ids)),
    spendEntries: byId((ids) => loadSpendEntries(kernel, caller, ids)),
    statusChanges: byId((ids) => loadStatusChanges(kernel, caller, ids)),
    periodCloses: byId((ids) => loadPeriodCloses(kernel, caller, ids)),
    members: byId((ids) => loadMembers(kernel, caller, ids)),
    invitations: byId((ids) => loadInvitations(kernel, caller, ids)),
    keys: byId((ids) => loadKeys(kernel, caller, ids)),
    spendSeries: new SeriesLoader(kernel, caller),
    histories: new ListLoader((campaignIds, page) =>
      listStatusChangesOfCampaigns(kernel, caller, { campaignIds, page }),
    ),
    closesOfBrands: new ListLoader((brandIds, request) =>
      listPeriodCloses(kernel, caller, { ...request, brandIds }),
    ),
    campaignsOfBrands: new ListLoader((brandIds, request) =>
      listCampaignsOfBrands(kernel, caller, { ...request, brandIds }),
    ),
  };
}

const MAX_BATCH_SIZE = 1000;

/**
 * Batches what is asked in one tick. Nothing is kept: a later mutation of the same request, or a
 * later event of a subscription, must not be answered with what was read before it.
 */
function byId<T>(load: (ids: readonly string[]) => Promise<readonly (T | null)[]>): ById<T> {
  const batch = async (ids: readonly string[]): Promise<(T | null)[]> => {
    const distinct = [...new Set(ids)];
    const found = await load(distinct);
    const nodes = new Map(distinct.map((id, index) => [id, found[index] ?? null]));
    return ids.map((id) => nodes.get(id) ?? null);
  };
  return new DataLoader(batch, { cache: false, maxBatchSize: MAX_BATCH_SIZE });
}
