import { authorize, type Caller } from '../../domain/access/caller.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { readCampaignSnapshots } from '../../persistence/queries/read-campaign-snapshots.js';
import type { Kernel } from '../kernel.js';

/** The campaigns with the given uuids, in their order, as they are now; null where there is none. */
export async function loadCampaigns(
  kernel: Kernel,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly (CampaignSnapshot | null)[]> {
  authorize(caller, 'campaign:read');
  const database = kernel.database.within(caller);
  const { agencyId } = caller;
  const now = await presentInstant(kernel, database);
  const found = await readCampaignSnapshots(database, { agencyId, ids, now });
  return ids.map((id) => found.get(id) ?? null);
}
