import type { AgencyId, BrandId } from '../../domain/ids.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** Where a walk through all brands of all agencies stands. */
export interface BrandPlace {
  readonly agencyId: AgencyId;
  readonly brandId: BrandId;
}

/** A brand on the walk, and how many campaigns it has. */
export interface WalkedBrand extends BrandPlace {
  readonly campaigns: number;
}

const NIL = '00000000-0000-0000-0000-000000000000';
/** Before every brand. */
export const WALK_START: BrandPlace = { agencyId: NIL, brandId: NIL };

const BRANDS_AFTER = statement(`
  select b.agency_id, b.id as brand_id, (
    select count(*)::int from campaign c
    where c.agency_id = b.agency_id and c.brand_id = b.id) as campaigns
  from (
    select agency_id, id from brand where (agency_id, id) > ($1::uuid, $2::uuid)
    order by agency_id, id limit $3
  ) b
  order by b.agency_id, b.id`);

interface WalkRow {
  readonly agency_id: string;
  readonly brand_id: string;
  readonly campaigns: number;
}

/** The next brands after a place, of any agency, in the order of the walk; none at its end. */
export async function brandsAfter(
  sql: Sql,
  { agencyId, brandId }: BrandPlace,
  limit: number,
): Promise<readonly WalkedBrand[]> {
  const rows = await sql.rows<WalkRow>(BRANDS_AFTER, [agencyId, brandId, limit]);
  return rows.map((row) => ({
    agencyId: row.agency_id,
    brandId: row.brand_id,
    campaigns: row.campaigns,
  }));
}

/** How many campaigns there are in all agencies. */
export async function countAllCampaigns(sql: Sql): Promise<number> {
  const [row] = await sql.rows<{ campaigns: number }>(
    'select count(*)::int as campaigns from campaign',
  );
  return row?.campaigns ?? 0;
}
