import type { AgencyId } from '../../domain/ids.js';
import { rowsToRead } from '../../domain/paging/cut-page.js';
import type { Direction, PageRequest, Position } from '../../domain/paging/page.js';
import { BoundValues } from '../bound-values.js';
import {
  afterPosition,
  type Keyset,
  keysetColumns,
  keysetOrder,
  type KeysetRow,
  positionOf,
  type SortKey,
} from '../keyset.js';
import { countedSpend, joinAllCampaignCounters, joinCounter } from '../rows/totals-column.js';
import type { Sql } from '../unit-of-work.js';
import { type CampaignCriteria, campaignConditions, needsDay } from './campaign-criteria.js';

type SortField = 'CREATED_AT' | 'NAME' | 'UTILIZATION' | 'SPENT_TODAY';

/** A page of an agency's campaigns. */
export interface CampaignPageQuery {
  readonly agencyId: AgencyId;
  readonly page: PageRequest;
  readonly filter: CampaignCriteria;
  readonly order: { readonly field: SortField; readonly direction: Direction };
}

const SPENT_TODAY = countedSpend('c', 'day');

/** Dividing numerics gives at least 16 digits, the same for the same amounts. */
const UTILIZATION = `${SPENT_TODAY}::numeric / c.daily_budget_micros`;

const SORT_KEYS: Readonly<Record<SortField, SortKey>> = {
  CREATED_AT: { sql: 'c.created_at', type: 'timestamptz', nullable: false },
  NAME: { sql: 'c.name collate "C"', type: 'text', nullable: false },
  UTILIZATION: { sql: UTILIZATION, type: 'numeric', nullable: true },
  SPENT_TODAY: { sql: SPENT_TODAY, type: 'bigint', nullable: false },
};

/**
 * Where the campaigns of a page stand, in order, one more than it holds if more follow. What was
 * spent "today" is what is stored for the brand's stored day.
 */
export async function pageCampaigns(
  sql: Sql,
  { agencyId, page, filter, order }: CampaignPageQuery,
): Promise<readonly Position[]> {
  const bound = new BoundValues();
  const agency = `${bound.bind(agencyId)}::uuid`;
  const keyset: Keyset = { key: SORT_KEYS[order.field], id: 'c.id', direction: order.direction };
  const conditions = [
    `c.agency_id = ${agency}`,
    ...campaignConditions(filter, bound),
    ...(page.after ? [afterPosition(keyset, page.after, bound)] : []),
  ];
  const isByDay = order.field === 'UTILIZATION' || order.field === 'SPENT_TODAY';
  const rows = await sql.rows<KeysetRow>(
    `select ${keysetColumns(keyset)}
     from campaign c ${isByDay || needsDay(filter) ? joinDay(filter, agency) : ''}
     where ${conditions.join(' and ')}
     order by ${keysetOrder(keyset)} limit ${bound.bind(rowsToRead(page))}`,
    bound.all,
  );
  return rows.map(positionOf);
}

/** How many campaigns of an agency meet the criteria. */
export async function countCampaigns(
  sql: Sql,
  agencyId: AgencyId,
  filter: CampaignCriteria,
): Promise<number> {
  const bound = new BoundValues();
  const agency = `${bound.bind(agencyId)}::uuid`;
  const conditions = [`c.agency_id = ${agency}`, ...campaignConditions(filter, bound)];
  const [row] = await sql.rows<{ count: number }>(
    `select count(*)::int as count from campaign c ${needsDay(filter) ? joinDay(filter, agency) : ''}
     where ${conditions.join(' and ')}`,
    bound.all,
  );
  return row?.count ?? 0;
}

/** Joins the brand and the counter of its stored day. */
function joinDay({ brandId }: CampaignCriteria, agency: string): string {
  const counters =
    brandId === null ? joinAllCampaignCounters('day', agency) : joinCounter('c', 'day');
  return `join brand b on b.agency_id = c.agency_id and b.id = c.brand_id ${counters}`;
}
