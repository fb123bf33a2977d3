import type { BrandStatus } from '../../domain/brand/brand.js';
import type { AgencyId, BrandId, CampaignId } from '../../domain/ids.js';
import type { Sql } from '../unit-of-work.js';

/** A brand as an import needs to know it. */
export interface ImportBrand {
  readonly id: BrandId;
  readonly externalId: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly status: BrandStatus;
}

/** The agency's brands that have one of the external ids. */
export function findBrandsByExternalId(
  sql: Sql,
  agencyId: AgencyId,
  externalIds: readonly string[],
): Promise<readonly ImportBrand[]> {
  return sql.rows<ImportBrand>(
    `select id, external_id as "externalId", currency, time_zone as "timeZone", status
     from brand where agency_id = $1 and external_id = any($2::text[])`,
    [agencyId, externalIds],
  );
}

/** A campaign as an import needs to know it. */
export interface ImportCampaign {
  readonly id: CampaignId;
  readonly externalId: string;
  readonly brandId: BrandId;
}

/** The agency's campaigns that have one of the external ids. */
export function findCampaignsByExternalId(
  sql: Sql,
  agencyId: AgencyId,
  externalIds: readonly string[],
): Promise<readonly ImportCampaign[]> {
  return sql.rows<ImportCampaign>(
    `select id, external_id as "externalId", brand_id as "brandId"
     from campaign where agency_id = $1 and external_id = any($2::text[])`,
    [agencyId, externalIds],
  );
}
