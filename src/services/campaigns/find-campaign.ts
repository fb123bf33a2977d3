import { authorize, type Caller } from '../../domain/access/caller.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { readCampaignSnapshotByExternalId } from '../../persistence/queries/read-campaign-snapshots.js';
import type { Kernel } from '../kernel.js';
import type { CampaignKey } from './campaign-requests.js';
import { loadCampaigns } from './load-campaigns.js';

/** The campaign as it is now; null if the caller's agency has none with this key. */
export async function findCampaign(
  kernel: Kernel,
  caller: Caller,
  key: CampaignKey,
): Promise<CampaignSnapshot | null> {
  authorize(caller, 'campaign:read');
  if ('id' in key) {
    const [campaign] = await loadCampaigns(kernel, caller, [key.id]);
    return campaign ?? null;
  }
  const database = kernel.database.within(caller);
  const now = await presentInstant(kernel, database);
  const { agencyId } = caller;
  return readCampaignSnapshotByExternalId(database, { agencyId, externalId: key.externalId, now });
}
