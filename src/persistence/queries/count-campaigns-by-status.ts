import type { AgencyId, BrandId } from '../../domain/ids.js';
import type { StatusCount } from '../../domain/overview/overview.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

const countStatuses = (scope: string): string =>
  statement(`
  select c.status, c.deciding_blocker as blocker, count(*)::int as count
  from campaign c
  where c.agency_id = $1 ${scope} and c.deciding_blocker is distinct from 'ARCHIVED'
  group by c.status, c.deciding_blocker`);

const OF_AGENCY = countStatuses('');
const OF_BRAND = countStatuses('and c.brand_id = $2');

/**
 * How many campaigns of an agency, or of one of its brands, have each stored status for each
 * deciding blocker, in no order; archived campaigns and those of archived brands are left out.
 */
export async function countCampaignsByStatus(
  sql: Sql,
  agencyId: AgencyId,
  brandId: BrandId | null,
): Promise<readonly StatusCount[]> {
  return brandId === null
    ? sql.rows<StatusCount>(OF_AGENCY, [agencyId])
    : sql.rows<StatusCount>(OF_BRAND, [agencyId, brandId]);
}
