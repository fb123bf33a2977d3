import type { Member } from '../../domain/access/member.js';
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
import { MEMBER_COLUMNS, MEMBER_TABLES } from './read-members.js';

type SortField = 'NAME' | 'EMAIL' | 'CREATED_AT';

/** Which members; null: any. All that is given must hold. */
export interface MemberCriteria {
  /** Part of the name or e-mail address, in any case. */
  readonly search: string | null;
  readonly role: readonly Role[] | null;
  /** Whether the person can no longer sign in anywhere. */
  readonly isDeactivated: boolean | null;
}

/** What members are ordered by. */
export interface MemberSorting {
  readonly field: SortField;
  readonly direction: Direction;
}

/** A page of an agency's members. */
export interface MemberPageQuery {
  readonly agencyId: AgencyId;
  readonly page: PageRequest;
  readonly filter: MemberCriteria;
  readonly order: MemberSorting;
}

const SORT_KEYS: Readonly<Record<SortField, SortKey>> = {
  NAME: { sql: 'p.name collate "C"', type: 'text', nullable: false },
  EMAIL: { sql: 'p.email collate "C"', type: 'text', nullable: false },
  CREATED_AT: { sql: 'm.created_at', type: 'timestamptz', nullable: false },
};

/** The members of a page, in order, one more than it holds if more follow. */
export async function pageMembers(
  sql: Sql,
  { agencyId, page, filter, order }: MemberPageQuery,
): Promise<readonly PageItem<Member>[]> {
  const bound = new BoundValues();
  const keyset: Keyset = {
    key: SORT_KEYS[order.field],
    id: 'm.person_id',
    direction: order.direction,
  };
  const conditions = conditionsOf(agencyId, filter, bound);
  if (page.after) conditions.push(afterPosition(keyset, page.after, bound));
  const rows = await sql.rows<Member & Pick<KeysetRow, 'value'>>(
    `select ${MEMBER_COLUMNS}, ${keyset.key.sql} as value
     from ${MEMBER_TABLES} where ${conditions.join(' and ')}
     order by ${keysetOrder(keyset)} limit ${bound.bind(rowsToRead(page))}`,
    bound.all,
  );
  return rows.map(({ value, ...node }) => ({
    node,
    position: positionOf({ id: node.personId, value }),
  }));
}

/** How many members of an agency meet the criteria. */
export async function countMembers(
  sql: Sql,
  agencyId: AgencyId,
  filter: MemberCriteria,
): Promise<number> {
  const bound = new BoundValues();
  const [row] = await sql.rows<{ count: number }>(
    `select count(*)::int as count from ${MEMBER_TABLES}
     where ${conditionsOf(agencyId, filter, bound).join(' and ')}`,
    bound.all,
  );
  return row?.count ?? 0;
}

function conditionsOf(agencyId: AgencyId, filter: MemberCriteria, bound: BoundValues): string[] {
  const { search, role, isDeactivated } = filter;
  const conditions: (string | null)[] = [
    `m.agency_id = ${bound.bind(agencyId)}::uuid`,
    search === null ? null : contains(['p.name', 'p.email'], search, bound),
    role && among('m.role', role, bound),
    isDeactivated === null ? null : `p.deactivated_at is ${isDeactivated ? 'not null' : 'null'}`,
  ];
  return conditions.filter((condition) => condition !== null);
}
