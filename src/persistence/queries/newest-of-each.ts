import type { AgencyId } from '../../domain/ids.js';
import { rowsToRead } from '../../domain/paging/cut-page.js';
import type { PageRequest } from '../../domain/paging/page.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import { BoundValues } from '../bound-values.js';
import { afterPosition, type Keyset, keysetOrder } from '../keyset.js';
import type { Sql } from '../unit-of-work.js';

/** A table of events, each of one owner: whose they are, and by what they are ordered. */
interface EventList {
  readonly table: string;
  readonly owner: string;
  readonly keyset: Keyset;
}

const EVENT_LISTS = {
  STATUS_CHANGES: {
    table: 'status_change',
    owner: 'campaign_id',
    keyset: newestFirst('r.at'),
  },
  PERIOD_CLOSES: {
    table: 'period_close',
    owner: 'brand_id',
    keyset: newestFirst('r.period_end'),
  },
} satisfies Record<string, EventList>;

/** The same page of the lists of several owners. */
export interface EachOwnerQuery {
  readonly list: keyof typeof EVENT_LISTS;
  readonly agencyId: AgencyId;
  readonly ownerIds: readonly string[];
  readonly page: PageRequest;
  /** Of closes only: days or months alone. */
  readonly period?: BudgetPeriod | null;
}

/**
 * The ids of each owner's newest events after the page's position, in the order of the owners, newest
 * first, one more than the page holds if more follow. One statement, whatever the number of owners.
 */
export async function newestOfEach(
  sql: Sql,
  { list, agencyId, ownerIds, page, period = null }: EachOwnerQuery,
): Promise<readonly (readonly string[])[]> {
  const { table, owner, keyset } = EVENT_LISTS[list];
  const bound = new BoundValues();
  const conditions = [
    `r.agency_id = ${bound.bind(agencyId)}::uuid`,
    `r.${owner} = k.owner_id`,
    ...(period === null ? [] : [`r.period = ${bound.bind(period)}`]),
    ...(page.after ? [afterPosition(keyset, page.after, bound)] : []),
  ];
  const rows = await sql.rows<{ ids: readonly string[] }>(
    `select array(
       select r.id from ${table} r where ${conditions.join(' and ')}
       order by ${keysetOrder(keyset)} limit ${bound.bind(rowsToRead(page))}
     ) as ids
     from unnest(${bound.bind(ownerIds)}::uuid[]) with ordinality as k (owner_id, place)
     order by k.place`,
    bound.all,
  );
  return rows.map(({ ids }) => ids);
}

function newestFirst(sql: string): Keyset {
  return { key: { sql, type: 'timestamptz', nullable: false }, id: 'r.id', direction: 'DESC' };
}
