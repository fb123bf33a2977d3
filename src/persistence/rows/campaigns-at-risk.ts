import { countedSpend, joinAllCampaignCounters, joinTotals } from './totals-column.js';

/** The placeholders of what says which campaigns are asked about; no brand: all of the agency. */
interface AtRiskScope {
  readonly agency: string;
  readonly now: string;
  readonly brand: string | null;
}

/**
 * A query of what is said about the campaigns `c` that are stored as ACTIVE and have used at least 0.8
 * of a budget, of their own or of their brand, by `now`.
 */
export function campaignsAtRisk(said: string, { agency, now, brand }: AtRiskScope): string {
  const isRisky = (owner: 'b' | 'c', period: 'day' | 'month'): string => riskOf(owner, period, now);
  const counters =
    brand === null
      ? `${joinAllCampaignCounters('day', agency)} ${joinAllCampaignCounters('month', agency)}`
      : joinTotals('c');
  return `
  with current_brand as materialized (
    select b.id, b.agency_id, b.day, b.day_ends_at, b.month, b.month_ends_at,
      coalesce(${isRisky('b', 'day')}, false) or coalesce(${isRisky('b', 'month')}, false)
        as is_risky
    from brand b ${joinTotals('b')}
    where b.agency_id = ${agency} ${brand === null ? '' : `and b.id = ${brand}`}
  )
  select ${said}
  from current_brand b
  join campaign c on c.agency_id = b.agency_id and c.brand_id = b.id and c.status = 'ACTIVE'
  ${counters}
  where b.is_risky or ${isRisky('c', 'day')} or ${isRisky('c', 'month')}`;
}

/**
 * Whether four fifths of a budget are spent, in whole numbers. A stored period that has ended was
 * followed by one in which nothing is spent yet.
 */
function riskOf(owner: 'b' | 'c', period: 'day' | 'month', now: string): string {
  const budget = `${owner}.${period === 'day' ? 'daily' : 'monthly'}_budget_micros`;
  return `(b.${period}_ends_at > ${now}::timestamptz
    and ${countedSpend(owner, period)} >= ${budget} - ${budget} / 5)`;
}
