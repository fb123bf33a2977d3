import type { AgencyId, EntryId } from '../../domain/ids.js';
import type { Exhausted } from '../../domain/simulation/given-back.js';
import type { Instant } from '../../domain/time/instant.js';
import { countedSpend, joinCounter } from '../rows/totals-column.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

/** A campaign that nothing but its daily budget stops, since when, and its last whole spend. */
export interface ExhaustedCampaign extends Exhausted {
  readonly since: Instant;
  readonly entryId: EntryId;
}

const EXHAUSTED = statement(`
  select c.id as campaign_id, c.status_since, ${countedSpend('c', 'day')} as spent_micros,
    c.daily_budget_micros as budget_micros, e.id as entry_id, e.amount_micros as last_micros
  from campaign c
  join brand b on b.agency_id = c.agency_id and b.id = c.brand_id
  ${joinCounter('c', 'day')}
  cross join lateral (
    select e.id, e.amount_micros, e.source, e.day from spend_entry e
    where e.agency_id = c.agency_id and e.campaign_id = c.id and e.kind = 'SPEND'
      and not exists (
        select from spend_entry r where r.agency_id = e.agency_id and r.refund_of = e.id)
    order by e.id desc limit 1
  ) e
  where c.agency_id = $1 and c.deciding_blocker = 'DAILY_BUDGET'
    and jsonb_array_length(c.blockers) = 1 and e.source = any($2::text[]) and e.day = b.day
  order by c.id limit $3`);

interface ExhaustedRow {
  readonly campaign_id: string;
  readonly status_since: Instant;
  readonly spent_micros: string;
  readonly budget_micros: string;
  readonly entry_id: string;
  readonly last_micros: string;
}

/** The agency's exhausted campaigns whose last whole spend is of today and from one of the sources. */
export async function exhaustedCampaigns(
  sql: Sql,
  agencyId: AgencyId,
  { sources, limit }: { readonly sources: readonly string[]; readonly limit: number },
): Promise<readonly ExhaustedCampaign[]> {
  const rows = await sql.rows<ExhaustedRow>(EXHAUSTED, [agencyId, sources, limit]);
  return rows.map((row) => ({
    campaignId: row.campaign_id,
    since: row.status_since,
    spentMicros: BigInt(row.spent_micros),
    budgetMicros: BigInt(row.budget_micros),
    entryId: row.entry_id,
    lastMicros: BigInt(row.last_micros),
  }));
}
