import { presentInstant } from '../../persistence/present-instant.js';
import type { CampaignCriteria } from '../../persistence/queries/campaign-criteria.js';
import type { Sql } from '../../persistence/unit-of-work.js';
import type { Kernel } from '../kernel.js';
import type { CampaignFilter } from './campaign-requests.js';

/** What the filter asks of campaigns at present. */
export async function campaignCriteria(
  kernel: Kernel,
  sql: Sql,
  { atRisk, ...filter }: CampaignFilter,
): Promise<CampaignCriteria> {
  if (atRisk === null) return { ...filter, atRisk };
  return { ...filter, atRisk: { is: atRisk, now: await presentInstant(kernel, sql) } };
}
