import type { AgencyId, BrandId, CampaignId } from '../../domain/ids.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

const BRANDS = statement(`
  select found.id, found.brand_id from unnest($2::uuid[]) as k (id)
  cross join lateral (
    select c.id, c.brand_id from campaign c where c.agency_id = $1 and c.id = k.id limit 1
  ) found`);

/** The brand of each campaign; unknown ids are left out. */
export async function brandsOfCampaigns(
  sql: Sql,
  agencyId: AgencyId,
  ids: readonly CampaignId[],
): Promise<ReadonlyMap<CampaignId, BrandId>> {
  const rows = await sql.rows<{ id: string; brand_id: string }>(BRANDS, [agencyId, ids]);
  return new Map(rows.map((row) => [row.id, row.brand_id]));
}
