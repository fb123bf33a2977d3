import type { AgencyId, BrandId } from '../../domain/ids.js';
import type { CurrencyTotal } from '../../domain/overview/overview.js';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import { microsOrNull } from '../rows/brand-row.js';
import { countedSpend, joinTotals } from '../rows/totals-column.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** A stored period that has ended was followed by one in which nothing is spent yet. */
const sumSpent = (period: 'day' | 'month'): string =>
  `sum(case when b.${period}_ends_at > $3::timestamptz then ${countedSpend('b', period)} else 0 end)`;

/** The sum would leave out brands that have no budget. */
const sumBudgets = (column: string): string =>
  `case when count(*) = count(${column}) then sum(${column}) end`;

const TOTALS = statement(`
  select b.currency,
    ${sumSpent('day')} as today_micros,
    ${sumBudgets('b.daily_budget_micros')} as daily_budget_micros,
    ${sumSpent('month')} as month_micros,
    ${sumBudgets('b.monthly_budget_micros')} as monthly_budget_micros
  from brand b ${joinTotals('b')}
  where b.agency_id = $1 and ($2::uuid is null or b.id = $2::uuid) and b.status <> 'ARCHIVED'
  group by b.currency
  order by b.currency collate "C"`);

interface TotalRow {
  readonly currency: string;
  readonly today_micros: string;
  readonly daily_budget_micros: string | null;
  readonly month_micros: string;
  readonly monthly_budget_micros: string | null;
}

/**
 * What the brands of an agency, or one of them, spent in their own current periods at `now`, and the
 * sums of their budgets, by currency; archived brands are left out.
 */
export async function totalByCurrency(
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
): Promise<readonly CurrencyTotal[]> {
  const rows = await sql.rows<TotalRow>(TOTALS, [agencyId, brandId, formatInstant(now)]);
  return rows.map((row) => ({
    currency: row.currency,
    todayMicros: BigInt(row.today_micros),
    dailyBudgetMicros: microsOrNull(row.daily_budget_micros),
    monthMicros: BigInt(row.month_micros),
    monthlyBudgetMicros: microsOrNull(row.monthly_budget_micros),
  }));
}
