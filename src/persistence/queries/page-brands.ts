import type { BrandStatus } from '../../domain/brand/brand.js';
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
import { countedSpend, joinCounter } from '../rows/totals-column.js';
import { among, contains } from '../text-conditions.js';
import type { Sql } from '../unit-of-work.js';

type SortField = 'CREATED_AT' | 'NAME' | 'UTILIZATION' | 'SPENT_TODAY';

/** Which brands; null: any. All that is given must hold. */
export interface BrandCriteria {
  readonly search: string | null;
  readonly status: readonly BrandStatus[] | null;
  readonly externalId: readonly string[] | null;
  readonly currency: readonly string[] | null;
}

/** A page of an agency's brands. */
export interface BrandPageQuery {
  readonly agencyId: AgencyId;
  readonly page: PageRequest;
  readonly filter: BrandCriteria;
  readonly order: { readonly field: SortField; readonly direction: Direction };
}

const SPENT_TODAY = countedSpend('b', 'day');

/** Dividing numerics gives at least 16 digits, the same for the same amounts. */
const UTILIZATION = `${SPENT_TODAY}::numeric / b.daily_budget_micros`;

const SORT_KEYS: Readonly<Record<SortField, SortKey>> = {
  CREATED_AT: { sql: 'b.created_at', type: 'timestamptz', nullable: false },
  NAME: { sql: 'b.name collate "C"', type: 'text', nullable: false },
  UTILIZATION: { sql: UTILIZATION, type: 'numeric', nullable: true },
  SPENT_TODAY: { sql: SPENT_TODAY, type: 'bigint', nullable: false },
};

/**
 * Where the brands of a page stand, in order, one more than it holds if more follow. What was spent
 * "today" is what is stored for the brand's stored day.
 */
export async function pageBrands(
  sql: Sql,
  { agencyId, page, filter, order }: BrandPageQuery,
): Promise<readonly Position[]> {
  const bound = new BoundValues();
  const keyset: Keyset = { key: SORT_KEYS[order.field], id: 'b.id', direction: order.direction };
  const conditions = brandConditions(agencyId, filter, bound);
  if (page.after) conditions.push(afterPosition(keyset, page.after, bound));
  const isByDay = order.field === 'UTILIZATION' || order.field === 'SPENT_TODAY';
  const rows = await sql.rows<KeysetRow>(
    `select ${keysetColumns(keyset)} from brand b ${isByDay ? joinCounter('b', 'day') : ''}
     where ${conditions.join(' and ')}
     order by ${keysetOrder(keyset)} limit ${bound.bind(rowsToRead(page))}`,
    bound.all,
  );
  return rows.map(positionOf);
}

/** How many brands of an agency meet the criteria. */
export async function countBrands(
  sql: Sql,
  agencyId: AgencyId,
  filter: BrandCriteria,
): Promise<number> {
  const bound = new BoundValues();
  const conditions = brandConditions(agencyId, filter, bound);
  const [row] = await sql.rows<{ count: number }>(
    `select count(*)::int as count from brand b where ${conditions.join(' and ')}`,
    bound.all,
  );
  return row?.count ?? 0;
}

function brandConditions(agencyId: AgencyId, filter: BrandCriteria, bound: BoundValues): string[] {
  const { search, status, externalId, currency } = filter;
  const conditions: (string | null)[] = [
    `b.agency_id = ${bound.bind(agencyId)}::uuid`,
    search === null ? null : contains(['b.name', 'b.external_id'], search, bound),
    status && among('b.status', status, bound),
    externalId && among('b.external_id', externalId, bound),
    currency && among('b.currency', currency, bound),
  ];
  return conditions.filter((condition) => condition !== null);
}
