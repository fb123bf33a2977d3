import type { Campaign } from '../../domain/campaign/campaign.js';
import type { AgencyId, BrandId, CampaignId } from '../../domain/ids.js';
import { plainArray } from '../array-literal.js';
import { type RowCache, versionColumns, type VersionRow } from '../row-cache.js';
import { CAMPAIGN_COLUMNS, type CampaignRow, campaignOf } from '../rows/campaign-row.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** A campaign, and whose it is. */
export interface CampaignPlace {
  readonly agencyId: AgencyId;
  readonly campaignId: CampaignId;
}

// One key lookup a campaign, whatever the planner knew of the tables when it made its plan.
const AT_PLACES = statement(`
  select c.* from unnest($1::uuid[], $2::uuid[]) as k (agency_id, id)
  cross join lateral (
    select ${CAMPAIGN_COLUMNS}, ${versionColumns('c')} from campaign c
    where c.agency_id = k.agency_id and c.id = k.id
    limit 1
  ) c`);

/** The campaigns at these places; what is unknown is left out. */
export async function loadCampaigns(
  sql: Sql,
  known: RowCache<Campaign>,
  places: readonly CampaignPlace[],
): Promise<readonly Campaign[]> {
  if (places.length === 0) return [];
  const values = placeArrays(places);
  const rows = await sql.rows<CampaignRow & VersionRow>(AT_PLACES, values);
  return rows.map((row) => known.keep(row.id, campaignOf(row), row));
}

/** The places turned on their side, as statements take them. */
export function placeArrays(places: readonly CampaignPlace[]): readonly string[] {
  return [
    plainArray(places.map(({ agencyId }) => agencyId)),
    plainArray(places.map(({ campaignId }) => campaignId)),
  ];
}

const OF_BRANDS = statement(`
  select ${CAMPAIGN_COLUMNS} from campaign c
  where c.agency_id = any($1::uuid[]) and c.brand_id = any($2::uuid[])`);

/** All campaigns of the given brands. */
export async function loadCampaignsOfBrands(
  sql: Sql,
  agencyIds: readonly AgencyId[],
  brandIds: readonly BrandId[],
): Promise<readonly Campaign[]> {
  const rows = await sql.rows<CampaignRow>(OF_BRANDS, [agencyIds, brandIds]);
  return rows.map(campaignOf);
}
