import type { AgencyId, BrandId } from '../../domain/ids.js';
import type { Sql, UnitOfWork } from '../unit-of-work.js';

/** What brands can be granted to: each has its brands in a table of their own. */
export type Grantee = 'membership' | 'invitation' | 'api_key';

const TABLES = {
  membership: { name: 'membership_brand', owner: 'person_id', id: 'person_id' },
  invitation: { name: 'invitation_brand', owner: 'invitation_id', id: 'id' },
  api_key: { name: 'api_key_brand', owner: 'key_id', id: 'id' },
} as const satisfies Record<Grantee, { name: string; owner: string; id: string }>;

/** SQL of a row's brands as `brandIds`, in the order of their ids; null: all. `alias` names the row. */
export function grantedBrandsColumn(grantee: Grantee, alias: string): string {
  const { name, owner, id } = TABLES[grantee];
  return `case when ${alias}.whole_agency then null else array(
    select g.brand_id from ${name} g
    where g.agency_id = ${alias}.agency_id and g.${owner} = ${alias}.${id}
    order by g.brand_id) end as "brandIds"`;
}

/** Whose brands are written. */
export interface BrandGrant {
  readonly agencyId: AgencyId;
  readonly grantee: Grantee;
  readonly id: string;
  /** Null: all, for which no row is kept. */
  readonly brandIds: readonly BrandId[] | null;
}

/** Gives a new grantee its brands; the agency has them all. */
export async function insertGrantedBrands(unit: UnitOfWork, grant: BrandGrant): Promise<void> {
  const { agencyId, grantee, id, brandIds } = grant;
  if (brandIds === null) return;
  const { name, owner } = TABLES[grantee];
  await unit.rows(
    `insert into ${name} (agency_id, ${owner}, brand_id) select $1::uuid, $2::uuid, unnest($3::uuid[])`,
    [agencyId, id, brandIds],
  );
}

/** Puts these brands in the place of those that a grantee has. */
export async function replaceGrantedBrands(unit: UnitOfWork, grant: BrandGrant): Promise<void> {
  const { agencyId, grantee, id } = grant;
  const { name, owner } = TABLES[grantee];
  await unit.rows(`delete from ${name} where agency_id = $1 and ${owner} = $2`, [agencyId, id]);
  await insertGrantedBrands(unit, grant);
}

/** The places, from 0, of those ids that no brand of the agency has. */
export async function placesOfUnknownBrands(
  sql: Sql,
  agencyId: AgencyId,
  ids: readonly string[],
): Promise<readonly number[]> {
  const rows = await sql.rows<{ place: number }>(
    `select (k.place - 1)::int as place
     from unnest($2::uuid[]) with ordinality as k (id, place)
     where not exists (select from brand b where b.agency_id = $1 and b.id = k.id)
     order by k.place`,
    [agencyId, ids],
  );
  return rows.map(({ place }) => place);
}
