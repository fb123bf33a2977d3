import type { Brand } from '../../domain/brand/brand.js';
import type { AgencyId, BrandId } from '../../domain/ids.js';
import { BRAND_COLUMNS, type BrandRow, brandOf } from '../rows/brand-row.js';
import { statement } from '../statement.js';
import type { UnitOfWork } from '../unit-of-work.js';

const LOCK_BRANDS = statement(`
  select ${BRAND_COLUMNS}
  from brand b
  where b.agency_id = any($1::uuid[]) and b.id = any($2::uuid[])
  order by b.id
  for no key update`);

/**
 * Locks brands, in the order of their ids, until the end of the transaction. A brand's lock guards
 * its row, its campaigns and all their counters: whoever changes any of these holds it, and nobody
 * takes another brand's lock later, so that no two transactions can wait for each other.
 */
export async function lockBrands(
  unit: UnitOfWork,
  agencyIds: readonly AgencyId[],
  ids: readonly BrandId[],
): Promise<readonly Brand[]> {
  const rows = await unit.rows<BrandRow>(LOCK_BRANDS, [agencyIds, ids]);
  return rows.map(brandOf);
}
