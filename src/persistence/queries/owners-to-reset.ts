import type { AgencyId, BrandId, CampaignId } from '../../domain/ids.js';
import type { Sql } from '../unit-of-work.js';

const NIL = '00000000-0000-0000-0000-000000000000';

/** The agency's brands with these ids, or else with these external ids, in order; null: none has. */
export async function findBrandIds(
  sql: Sql,
  agencyId: AgencyId,
  keys: readonly { readonly id: BrandId | null; readonly externalId: string }[],
): Promise<readonly (BrandId | null)[]> {
  const rows = await sql.rows<{ id: string | null }>(
    `select coalesce(by_id.id, by_key.id) as id
     from unnest($2::uuid[], $3::text[]) with ordinality as k (id, external_id, place)
     left join brand by_id on by_id.agency_id = $1 and by_id.id = k.id
     left join brand by_key on by_key.agency_id = $1 and by_key.external_id = k.external_id
     order by k.place`,
    [agencyId, keys.map(({ id }) => id), keys.map(({ externalId }) => externalId)],
  );
  return rows.map(({ id }) => id);
}

/** The next brands of an agency that are not archived, in the order of their ids. */
export async function openBrandsAfter(
  sql: Sql,
  agencyId: AgencyId,
  { after, limit }: { readonly after: BrandId | null; readonly limit: number },
): Promise<readonly BrandId[]> {
  const rows = await sql.rows<{ id: string }>(
    `select id from brand where agency_id = $1 and id > $2 and status <> 'ARCHIVED'
     order by id limit $3`,
    [agencyId, after ?? NIL, limit],
  );
  return rows.map(({ id }) => id);
}

/** The next campaigns of a brand that are not archived, in the order of their ids. */
export async function openCampaignsAfter(
  sql: Sql,
  { agencyId, brandId }: { readonly agencyId: AgencyId; readonly brandId: BrandId },
  { after, limit }: { readonly after: CampaignId | null; readonly limit: number },
): Promise<readonly CampaignId[]> {
  const rows = await sql.rows<{ id: string }>(
    `select id from campaign
     where agency_id = $1 and brand_id = $2 and id > $3 and desired_status <> 'ARCHIVED'
     order by id limit $4`,
    [agencyId, brandId, after ?? NIL, limit],
  );
  return rows.map(({ id }) => id);
}
