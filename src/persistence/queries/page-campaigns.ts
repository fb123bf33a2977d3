import type { AgencyId, BrandId } from '../../domain/ids.js';
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
import { preparedName, statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';
import {
  type CampaignCriteria,
  campaignConditions,
  isEverything,
  needsDay,
} from './campaign-criteria.js';

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
  const text = pageText({ agencyId, page, filter, order }, bound, []);
  if (isEverything(filter)) prepareOnce(text);
  const rows = await sql.rows<KeysetRow>(text, bound.all);
  return rows.map(positionOf);
}

/** Pages of everything are asked for most, and are few texts: planning one takes as long as reading it. */
function prepareOnce(text: string): void {
  if (preparedName(text) === undefined) statement(text);
}

/**
 * The same page of the campaigns of each brand, in the order of the brands. One statement, whatever
 * the number of brands.
 */
export async function pageCampaignsOfEach(
  sql: Sql,
  brandIds: readonly BrandId[],
  query: CampaignPageQuery,
): Promise<readonly (readonly Position[])[]> {
  const bound = new BoundValues();
  const page = pageText(query, bound, ['c.brand_id = k.brand_id']);
  const rows = await sql.rows<KeysetRow & { readonly brand_id: BrandId }>(
    `select k.brand_id, p.id, p.value
     from unnest(${bound.bind(brandIds)}::uuid[]) as k (brand_id)
     cross join lateral (select p.*, row_number() over () as place from (${page}) p) p
     order by k.brand_id, p.place`,
    bound.all,
  );
  const byBrand = Map.groupBy(rows, (row) => row.brand_id);
  return brandIds.map((id) => (byBrand.get(id) ?? []).map(positionOf));
}

function pageText(
  { agencyId, page, filter, order }: CampaignPageQuery,
  bound: BoundValues,
  further: readonly string[],
): string {
  const agency = `${bound.bind(agencyId)}::uuid`;
  const keyset: Keyset = { key: SORT_KEYS[order.field], id: 'c.id', direction: order.direction };
  const conditions = [
    `c.agency_id = ${agency}`,
    ...further,
    ...campaignConditions(filter, agency, bound),
    ...(page.after ? [afterPosition(keyset, page.after, bound)] : []),
  ];
  const isByDay = order.field === 'UTILIZATION' || order.field === 'SPENT_TODAY';
  const isOfBrand = filter.brandId !== null || further.length > 0;
  const joins = isByDay || needsDay(filter) ? joinDay(isOfBrand, agency) : '';
  return `select ${keysetColumns(keyset)} from campaign c ${joins}
    where ${conditions.join(' and ')}
    order by ${keysetOrder(keyset)} limit ${bound.bind(rowsToRead(page))}`;
}

/** How many campaigns of an agency meet the criteria. */
export async function countCampaigns(
  sql: Sql,
  agencyId: AgencyId,
  filter: CampaignCriteria,
): Promise<number> {
  const bound = new BoundValues();
  const [row] = await sql.rows<{ count: number }>(
    countText({ agencyId, filter }, bound, []),
    bound.all,
  );
  return row?.count ?? 0;
}

/** How many campaigns of each brand meet the criteria, in the order of the brands. One statement. */
export async function countCampaignsOfEach(
  sql: Sql,
  brandIds: readonly BrandId[],
  query: Pick<CampaignPageQuery, 'agencyId' | 'filter'>,
): Promise<readonly number[]> {
  const bound = new BoundValues();
  const count = countText(query, bound, ['c.brand_id = k.brand_id']);
  const rows = await sql.rows<{ count: number }>(
    `select (${count}) as count
     from unnest(${bound.bind(brandIds)}::uuid[]) with ordinality as k (brand_id, place)
     order by k.place`,
    bound.all,
  );
  return rows.map((row) => row.count);
}

function countText(
  { agencyId, filter }: Pick<CampaignPageQuery, 'agencyId' | 'filter'>,
  bound: BoundValues,
  further: readonly string[],
): string {
  const agency = `${bound.bind(agencyId)}::uuid`;
  const conditions = [
    `c.agency_id = ${agency}`,
    ...further,
    ...campaignConditions(filter, agency, bound),
  ];
  const isOfBrand = filter.brandId !== null || further.length > 0;
  const joins = needsDay(filter) ? joinDay(isOfBrand, agency) : '';
  return `select count(*)::int as count from campaign c ${joins} where ${conditions.join(' and ')}`;
}

/** Joins the brand and the counter of its stored day. */
function joinDay(isOfBrand: boolean, agency: string): string {
  const counters = isOfBrand ? joinCounter('c', 'day') : joinAllCampaignCounters('day', agency);
  return `join brand b on b.agency_id = c.agency_id and b.id = c.brand_id ${counters}`;
}
