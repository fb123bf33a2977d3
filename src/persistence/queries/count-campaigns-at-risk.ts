import type { AgencyId, BrandId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { countedSpend, joinTotals } from '../rows/totals-column.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** Where a budget counts as nearly used up: spent / budget. */
const RISKY_UTILIZATION = '0.8';

/** A stored period that has ended was followed by one in which nothing is spent yet. */
const isRisky = (owner: 'b' | 'c', period: 'day' | 'month'): string => {
  const budget = period === 'day' ? 'daily_budget_micros' : 'monthly_budget_micros';
  return `(b.${period}_ends_at > $2::timestamptz
    and ${countedSpend(owner, period)} >= ${RISKY_UTILIZATION} * ${owner}.${budget})`;
};

const countAtRisk = (scope: string): string =>
  statement(`
  select count(*)::int as count
  from campaign c
  join brand b on b.agency_id = c.agency_id and b.id = c.brand_id
  ${joinTotals('c')} ${joinTotals('b')}
  where c.agency_id = $1 ${scope} and c.status = 'ACTIVE'
    and (${isRisky('b', 'day')} or ${isRisky('b', 'month')}
      or ${isRisky('c', 'day')} or ${isRisky('c', 'month')})`);

const OF_AGENCY = countAtRisk('');
const OF_BRAND = countAtRisk('and c.brand_id = $3');

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
