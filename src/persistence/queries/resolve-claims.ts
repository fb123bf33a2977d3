import type { AgencyId, BrandId, CampaignId, EntryId } from '../../domain/ids.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** A campaign and the brand whose lock guards it; neither ever changes. */
export interface Owner {
  readonly campaignId: CampaignId;
  readonly brandId: BrandId;
}

/** Whose money the names in a group of claims stand for. */
export interface Owners {
  readonly byId: ReadonlyMap<CampaignId, Owner>;
  readonly byExternalId: ReadonlyMap<string, Owner>;
  readonly byEntryId: ReadonlyMap<EntryId, Owner>;
}

const OWNERS = statement(`
  select 'ID' as named_by, c.id::text as name, c.id as campaign_id, c.brand_id
  from campaign c where c.agency_id = $1 and c.id = any($2::uuid[])
  union all
  select 'EXTERNAL_ID', c.external_id, c.id, c.brand_id
  from campaign c where c.agency_id = $1 and c.external_id = any($3::text[])
  union all
  select 'ENTRY_ID', e.id::text, e.campaign_id, e.brand_id
  from spend_entry e where e.agency_id = $1 and e.id = any($4::uuid[])`);

interface OwnerRow {
  readonly named_by: 'ID' | 'EXTERNAL_ID' | 'ENTRY_ID';
  readonly name: string;
  readonly campaign_id: string;
  readonly brand_id: string;
}

export interface OwnerNames {
  readonly agencyId: AgencyId;
  readonly campaignIds: readonly string[];
  readonly externalIds: readonly string[];
  readonly entryIds: readonly string[];
}

/** Finds the campaigns that claims name by id, by external id or by a ledger row; unknown ones are left out. */
export async function resolveOwners(sql: Sql, names: OwnerNames): Promise<Owners> {
  const { agencyId, campaignIds, externalIds, entryIds } = names;
  const rows = await sql.rows<OwnerRow>(OWNERS, [agencyId, campaignIds, externalIds, entryIds]);
  const named = (by: OwnerRow['named_by']): ReadonlyMap<string, Owner> =>
    new Map(
      rows
        .filter(({ named_by }) => named_by === by)
        .map((row) => [row.name, { campaignId: row.campaign_id, brandId: row.brand_id }]),
    );
  return { byId: named('ID'), byExternalId: named('EXTERNAL_ID'), byEntryId: named('ENTRY_ID') };
}
