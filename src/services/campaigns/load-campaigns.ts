import type { Caller } from '../../domain/access/caller.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { readCampaignSnapshots } from '../../persistence/queries/read-campaign-snapshots.js';
import type { Kernel } from '../kernel.js';

/** The campaigns with the given uuids, in their order, as they are now; null where there is none. */
export async function loadCampaigns(
  kernel: Kernel,
  { agencyId }: Caller,
  ids: readonly string[],
): Promise<readonly (CampaignSnapshot | null)[]> {
  const { database } = kernel;
  const now = await presentInstant(kernel, database);
  const found = await readCampaignSnapshots(database, { agencyId, ids, now });
  return ids.map((id) => found.get(id) ?? null);
}
