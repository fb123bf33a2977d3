import type { AgencyId, BrandId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { campaignsAtRisk } from '../rows/campaigns-at-risk.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

const COUNT = 'count(*)::int as count';
const OF_AGENCY = statement(campaignsAtRisk(COUNT, { agency: '$1', now: '$2', brand: null }));
const OF_BRAND = statement(campaignsAtRisk(COUNT, { agency: '$1', now: '$2', brand: '$3' }));

/**
 * How many campaigns of an agency, or of one of its brands, are stored as ACTIVE and have used at
 * least 0.8 of a budget, of their own or of their brand, by `now`.
 */
export async function countCampaignsAtRisk(
  sql: Sql,
  {
    agencyId,
    brandId,
    now,
  }: {
    readonly agencyId: AgencyId;
    readonly brandId: BrandId | null;
    readonly now: Instant;
  },
): Promise<number> {
  const values = [agencyId, formatInstant(now)];
  const [row] =
    brandId === null
      ? await sql.rows<{ count: number }>(OF_AGENCY, values)
      : await sql.rows<{ count: number }>(OF_BRAND, [...values, brandId]);
  return row?.count ?? 0;
}
