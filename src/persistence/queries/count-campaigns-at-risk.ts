import type { AgencyId, BrandId } from '../../domain/ids.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { countedSpend, joinAllCampaignCounters, joinTotals } from '../rows/totals-column.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/**
 * Whether four fifths of a budget are spent, in whole numbers. A stored period that has ended was
 * followed by one in which nothing is spent yet.
 */
const isRisky = (owner: 'b' | 'c', period: 'day' | 'month'): string => {
  const budget = `${owner}.${period === 'day' ? 'daily' : 'monthly'}_budget_micros`;
  return `(b.${period}_ends_at > $2::timestamptz
    and ${countedSpend(owner, period)} >= ${budget} - ${budget} / 5)`;
};

const countAtRisk = (scope: string, counters: string): string =>
  statement(`
  with current_brand as materialized (
    select b.id, b.agency_id, b.day, b.day_ends_at, b.month, b.month_ends_at,
      coalesce(${isRisky('b', 'day')}, false) or coalesce(${isRisky('b', 'month')}, false)
        as is_risky
    from brand b ${joinTotals('b')}
    where b.agency_id = $1 ${scope}
  )
  select count(*)::int as count
  from current_brand b
  join campaign c on c.agency_id = b.agency_id and c.brand_id = b.id and c.status = 'ACTIVE'
  ${counters}
  where b.is_risky or ${isRisky('c', 'day')} or ${isRisky('c', 'month')}`);

const OF_AGENCY = countAtRisk(
  '',
  `${joinAllCampaignCounters('day', '$1')} ${joinAllCampaignCounters('month', '$1')}`,
);
const OF_BRAND = countAtRisk('and b.id = $3', joinTotals('c'));

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
