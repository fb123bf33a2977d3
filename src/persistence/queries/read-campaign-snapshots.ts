import { advance } from '../../domain/campaign/advance.js';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import type { AgencyId, CampaignId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { BRAND_COLUMNS, type BrandRow, brandOf } from '../rows/brand-row.js';
import { CAMPAIGN_COLUMNS, type CampaignRow, campaignOf } from '../rows/campaign-row.js';
import { joinTotals, type TotalsColumn, totalsColumn, totalsOf } from '../rows/totals-column.js';
import { statement } from '../statement.js';
import { isStorableText } from '../storable-text.js';
import type { Sql } from '../unit-of-work.js';

const SNAPSHOTS = `
  select ${BRAND_COLUMNS}, ${CAMPAIGN_COLUMNS},
    ${totalsColumn('c')} as totals, ${totalsColumn('b')} as brand_totals
  from campaign c
  join brand b on b.agency_id = c.agency_id and b.id = c.brand_id
  ${joinTotals('c')} ${joinTotals('b')}`;

interface SnapshotRow extends BrandRow, CampaignRow {
  readonly agency_id: string;
  readonly brand_id: string;
  readonly totals: TotalsColumn;
  readonly brand_totals: TotalsColumn;
}

// Many campaigns of a page are of few brands: what a brand spent is looked up once for each of them.
const BY_ID = statement(`
  with c as materialized (
    select * from campaign c where c.agency_id = $1 and c.id = any($2::uuid[])
  ), b as materialized (
    select b.*, ${totalsColumn('b')} as brand_totals from brand b ${joinTotals('b')}
    where b.agency_id = $1 and b.id = any(array(select distinct c.brand_id from c))
  )
  select ${BRAND_COLUMNS}, ${CAMPAIGN_COLUMNS}, ${totalsColumn('c')} as totals, b.brand_totals
  from c join b on b.id = c.brand_id ${joinTotals('c')}`);

/**
 * Campaigns with their brands and the totals of both as they are at `now`, whether or not anything
 * has settled them since; unknown ids are left out. One statement, however many ids.
 */
export async function readCampaignSnapshots(
  sql: Sql,
  {
    agencyId,
    ids,
    now,
  }: {
    readonly agencyId: AgencyId;
    readonly ids: readonly CampaignId[];
    readonly now: Instant;
  },
): Promise<ReadonlyMap<CampaignId, CampaignSnapshot>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.rows<SnapshotRow>(BY_ID, [agencyId, ids]);
  return new Map(rows.map((row) => [row.id, snapshotAt(row, now)]));
}

const BY_EXTERNAL_ID = statement(`${SNAPSHOTS} where c.agency_id = $1 and c.external_id = $2`);

/** The same for the campaign with an external id; null if there is none. */
export async function readCampaignSnapshotByExternalId(
  sql: Sql,
  {
    agencyId,
    externalId,
    now,
  }: {
    readonly agencyId: AgencyId;
    readonly externalId: string;
    readonly now: Instant;
  },
): Promise<CampaignSnapshot | null> {
  if (!isStorableText(externalId)) return null;
  const [row] = await sql.rows<SnapshotRow>(BY_EXTERNAL_ID, [agencyId, externalId]);
  return row ? snapshotAt(row, now) : null;
}

function snapshotAt(row: SnapshotRow, now: Instant): CampaignSnapshot {
  const stored: CampaignSnapshot = {
    campaign: campaignOf(row),
    brand: brandOf(row),
    totals: totalsOf(row.totals),
    brandTotals: totalsOf(row.brand_totals),
    at: now,
  };
  return advance(stored, now).snapshot;
}
