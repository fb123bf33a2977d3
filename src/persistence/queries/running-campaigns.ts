import type { Brand } from '../../domain/brand/brand.js';
import type { Campaign } from '../../domain/campaign/campaign.js';
import type { AgencyId, CampaignId } from '../../domain/ids.js';
import { BRAND_COLUMNS, type BrandRow, brandOf } from '../rows/brand-row.js';
import { CAMPAIGN_COLUMNS, type CampaignRow, campaignOf } from '../rows/campaign-row.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** A campaign that is ACTIVE as stored, with its brand. */
export interface RunningCampaign {
  readonly campaign: Campaign;
  readonly brand: Brand;
}

const RUNNING = statement(`
  select ${CAMPAIGN_COLUMNS}, ${BRAND_COLUMNS}
  from campaign c join brand b on b.agency_id = c.agency_id and b.id = c.brand_id
  where c.agency_id = $1 and c.status = 'ACTIVE' and c.id > $2::uuid
  order by c.id limit $3`);

const NIL = '00000000-0000-0000-0000-000000000000';

/** An agency's running campaigns in the order of their ids, after one of them; null: from the first. */
export async function runningCampaignsAfter(
  sql: Sql,
  agencyId: AgencyId,
  { after, limit }: { readonly after: CampaignId | null; readonly limit: number },
): Promise<readonly RunningCampaign[]> {
  const rows = await sql.rows<CampaignRow & BrandRow>(RUNNING, [agencyId, after ?? NIL, limit]);
  return rows.map((row) => ({ campaign: campaignOf(row), brand: brandOf(row) }));
}
