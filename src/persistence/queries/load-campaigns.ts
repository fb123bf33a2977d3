import type { Campaign } from '../../domain/campaign/campaign.js';
import type { AgencyId, BrandId, CampaignId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { CAMPAIGN_COLUMNS, type CampaignRow, campaignOf } from '../rows/campaign-row.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

const NAMED_OR_DUE = statement(`
  select ${CAMPAIGN_COLUMNS} from campaign c
  where c.agency_id = any($1::uuid[]) and c.id = any($2::uuid[])
  union all
  select ${CAMPAIGN_COLUMNS} from campaign c
  where c.agency_id = any($1::uuid[]) and c.brand_id = any($3::uuid[])
    and c.next_transition_at <= $4::timestamptz and not c.id = any($2::uuid[])`);

/** The named campaigns, and those of the given brands that have a transition due at an instant. */
export async function loadNamedOrDue(
  sql: Sql,
  {
    agencyIds,
    campaignIds,
    brandIds,
    now,
  }: {
    readonly agencyIds: readonly AgencyId[];
    readonly campaignIds: readonly CampaignId[];
    readonly brandIds: readonly BrandId[];
    readonly now: Instant;
  },
): Promise<readonly Campaign[]> {
  const at = formatInstant(now);
  const rows = await sql.rows<CampaignRow>(NAMED_OR_DUE, [agencyIds, campaignIds, brandIds, at]);
  return rows.map(campaignOf);
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
