import type { ApiKey, KeyState } from '../../domain/access/api-key.js';
import type { Role } from '../../domain/access/role.js';
import type { AgencyId } from '../../domain/ids.js';
import { rowsToRead } from '../../domain/paging/cut-page.js';
import type { Direction, PageItem, PageRequest } from '../../domain/paging/page.js';
import { BoundValues } from '../bound-values.js';
import {
  afterPosition,
  type Keyset,
  type KeysetRow,
  keysetOrder,
  positionOf,
  type SortKey,
} from '../keyset.js';
import { among, contains } from '../text-conditions.js';
import type { Sql } from '../unit-of-work.js';
import { KEY_COLUMNS } from './read-keys.js';

type SortField = 'NAME' | 'CREATED_AT' | 'LAST_USED_AT';

/** Which keys; null: any. All that is given must hold. */
export interface KeyCriteria {
  /** Part of the name or prefix, in any case. */
  readonly search: string | null;
  readonly role: readonly Role[] | null;
  readonly state: readonly KeyState[] | null;
}

/** What keys are ordered by. */
export interface KeySorting {
  readonly field: SortField;
  readonly direction: Direction;
}

/** A page of an agency's keys. */
export interface KeyPageQuery {
  readonly agencyId: AgencyId;
  readonly page: PageRequest;
  readonly filter: KeyCriteria;
  readonly order: KeySorting;
}

/** Columns of these rows are finer than an instant: what is compared must be what a cursor can say. */
const toMs = (column: string): string => `date_trunc('milliseconds', ${column})`;

const SORT_KEYS: Readonly<Record<SortField, SortKey>> = {
  NAME: { sql: 'k.name collate "C"', type: 'text', nullable: false },
  CREATED_AT: { sql: toMs('k.created_at'), type: 'timestamptz', nullable: false },
  LAST_USED_AT: { sql: toMs('k.last_used_at'), type: 'timestamptz', nullable: true },
};

/** In real time, as what a key opens is. */
const STATE = `(case when k.revoked_at is not null then 'REVOKED'
  when k.expires_at <= clock_timestamp() then 'EXPIRED' else 'GOOD' end)`;

/** The keys of a page, in order, one more than it holds if more follow. */
export async function pageKeys(
  sql: Sql,
  { agencyId, page, filter, order }: KeyPageQuery,
): Promise<readonly PageItem<ApiKey>[]> {
  const bound = new BoundValues();
  const keyset: Keyset = {
    key: SORT_KEYS[order.field],
    id: 'k.id',
    direction: order.direction,
  };
  const conditions = conditionsOf(agencyId, filter, bound);
  if (page.after) conditions.push(afterPosition(keyset, page.after, bound));
  const rows = await sql.rows<ApiKey & Pick<KeysetRow, 'value'>>(
    `select ${KEY_COLUMNS}, ${keyset.key.sql} as value
     from api_key k where ${conditions.join(' and ')}
     order by ${keysetOrder(keyset)} limit ${bound.bind(rowsToRead(page))}`,
    bound.all,
  );
  return rows.map(({ value, ...node }) => ({
    node,
    position: positionOf({ id: node.id, value }),
  }));
}

/** How many keys of an agency meet the criteria. */
export async function countKeys(
  sql: Sql,
  agencyId: AgencyId,
  filter: KeyCriteria,
): Promise<number> {
  const bound = new BoundValues();
  const [row] = await sql.rows<{ count: number }>(
    `select count(*)::int as count from api_key k
     where ${conditionsOf(agencyId, filter, bound).join(' and ')}`,
    bound.all,
  );
  return row?.count ?? 0;
}

function conditionsOf(agencyId: AgencyId, filter: KeyCriteria, bound: BoundValues): string[] {
  const { search, role, state } = filter;
  const conditions: (string | null)[] = [
    `k.agency_id = ${bound.bind(agencyId)}::uuid`,
    search === null ? null : contains(['k.name', 'k.prefix'], search, bound),
    role && among('k.role', role, bound),
    state && among(STATE, state, bound),
  ];
  return conditions.filter((condition) => condition !== null);
}
