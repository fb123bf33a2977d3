import { authorize, type Caller } from '../../domain/access/caller.js';
import { precedenceOf } from '../../domain/campaign/blocker.js';
import type { Overview, StatusCount } from '../../domain/overview/overview.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { countCampaignsAtRisk } from '../../persistence/queries/count-campaigns-at-risk.js';
import { countCampaignsByStatus } from '../../persistence/queries/count-campaigns-by-status.js';
import { totalByCurrency } from '../../persistence/queries/total-by-currency.js';
import type { Kernel } from '../kernel.js';

/**
 * What a monitor shows first, of the caller's agency or of one of its brands, all of it from one
 * view of the database. Statuses are those that are stored. Nothing is counted for an unknown brand.
 */
export async function readOverview(
  kernel: Kernel,
  caller: Caller,
  brandId: string | null,
): Promise<Overview> {
  authorize(caller, 'campaign:read');
  const { agencyId } = caller;
  const database = kernel.database.within(caller);
  const now = await presentInstant(kernel, database);
  return database.readConsistently(async (sql) => {
    const counts = await countCampaignsByStatus(sql, agencyId, brandId);
    const atRisk = await countCampaignsAtRisk(sql, { agencyId, brandId, now });
    const totals = await totalByCurrency(sql, { agencyId, brandId, now });
    return { counts: counts.toSorted(byPrecedence), atRisk, totals, at: now };
  });
}

/** Those that run first, then by what decides, what is most decisive first. */
function byPrecedence(a: StatusCount, b: StatusCount): number {
  return placeOf(a) - placeOf(b);
}

function placeOf({ blocker }: StatusCount): number {
  return blocker === null ? -1 : precedenceOf(blocker);
}
