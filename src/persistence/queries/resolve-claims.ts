import type { AgencyId, BrandId, CampaignId } from '../../domain/ids.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** A campaign and the brand whose lock guards it; none of it ever changes. */
export interface Owner {
  readonly agencyId: AgencyId;
  readonly campaignId: CampaignId;
  readonly brandId: BrandId;
}

/** By what a campaign can be named: itself, its agency's key for it, or a row of its ledger. */
export type NameKind = 'ID' | 'EXTERNAL_ID' | 'ENTRY_ID';

/** A name in an agency. */
export interface OwnerName {
  readonly agencyId: AgencyId;
  readonly kind: NameKind;
  readonly name: string;
}

/** Whose money the names in a group of claims stand for. */
export interface Owners {
  /** Null: nothing in that agency has the name, or nothing that can be seen. */
  find(name: OwnerName): Owner | null;
}

// One key lookup a name, whatever the planner knew of the tables when it made its plan.
const OWNERS = statement(`
  select 'ID' as kind, k.name::text as name, c.*
  from unnest($1::uuid[], $2::uuid[]) as k (agency_id, name)
  cross join lateral (
    select c.agency_id, c.id as campaign_id, c.brand_id from campaign c
    where c.agency_id = k.agency_id and c.id = k.name limit 1
  ) c
  union all
  select 'EXTERNAL_ID', k.name, c.*
  from unnest($3::uuid[], $4::text[]) as k (agency_id, name)
  cross join lateral (
    select c.agency_id, c.id as campaign_id, c.brand_id from campaign c
    where c.agency_id = k.agency_id and c.external_id = k.name limit 1
  ) c
  union all
  select 'ENTRY_ID', k.name::text, e.*
  from unnest($5::uuid[], $6::uuid[]) as k (agency_id, name)
  cross join lateral (
    select e.agency_id, e.campaign_id, e.brand_id from spend_entry e
    where e.agency_id = k.agency_id and e.id = k.name limit 1
  ) e`);

interface OwnerRow {
  readonly kind: NameKind;
  readonly name: string;
  readonly agency_id: string;
  readonly campaign_id: string;
  readonly brand_id: string;
}

/** Finds the campaigns that are named, each in the agency in which it is named: one statement. */
export async function resolveOwners(sql: Sql, names: readonly OwnerName[]): Promise<Owners> {
  const distinct = [...new Map(names.map((name) => [keyOf(name), name])).values()];
  const ofKind = (kind: NameKind): readonly [string[], string[]] => {
    const own = distinct.filter((name) => name.kind === kind);
    return [own.map(({ agencyId }) => agencyId), own.map(({ name }) => name)];
  };
  const rows = await sql.rows<OwnerRow>(OWNERS, [
    ...ofKind('ID'),
    ...ofKind('EXTERNAL_ID'),
    ...ofKind('ENTRY_ID'),
  ]);
  const found = new Map(
    rows.map(({ kind, name, agency_id: agencyId, campaign_id: campaignId, brand_id: brandId }) => [
      keyOf({ kind, name, agencyId }),
      { agencyId, campaignId, brandId },
    ]),
  );
  return { find: (name) => found.get(keyOf(name)) ?? null };
}

function keyOf({ agencyId, kind, name }: OwnerName): string {
  return `${agencyId} ${kind} ${name}`;
}
