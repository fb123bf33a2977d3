import type { Invitation, InvitationStatus } from '../../domain/access/invitation.js';
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
import { INVITATION_COLUMNS, INVITATION_STATUS } from './read-invitations.js';

type SortField = 'EMAIL' | 'CREATED_AT' | 'EXPIRES_AT';

/** Which invitations; null: any. All that is given must hold. */
export interface InvitationCriteria {
  /** Part of the e-mail address, in any case. */
  readonly search: string | null;
  readonly role: readonly Role[] | null;
  readonly status: readonly InvitationStatus[] | null;
}

/** What invitations are ordered by. */
export interface InvitationSorting {
  readonly field: SortField;
  readonly direction: Direction;
}

/** A page of an agency's invitations. */
export interface InvitationPageQuery {
  readonly agencyId: AgencyId;
  readonly page: PageRequest;
  readonly filter: InvitationCriteria;
  readonly order: InvitationSorting;
}

/** Columns of these rows are finer than an instant: what is compared must be what a cursor can say. */
const toMs = (column: string): string => `date_trunc('milliseconds', ${column})`;

const SORT_KEYS: Readonly<Record<SortField, SortKey>> = {
  EMAIL: { sql: 'i.email collate "C"', type: 'text', nullable: false },
  CREATED_AT: { sql: toMs('i.created_at'), type: 'timestamptz', nullable: false },
  EXPIRES_AT: { sql: toMs('i.expires_at'), type: 'timestamptz', nullable: false },
};

/** The invitations of a page, in order, one more than it holds if more follow. */
export async function pageInvitations(
  sql: Sql,
  { agencyId, page, filter, order }: InvitationPageQuery,
): Promise<readonly PageItem<Invitation>[]> {
  const bound = new BoundValues();
  const keyset: Keyset = {
    key: SORT_KEYS[order.field],
    id: 'i.id',
    direction: order.direction,
  };
  const conditions = conditionsOf(agencyId, filter, bound);
  if (page.after) conditions.push(afterPosition(keyset, page.after, bound));
  const rows = await sql.rows<Invitation & Pick<KeysetRow, 'value'>>(
    `select ${INVITATION_COLUMNS}, ${keyset.key.sql} as value
     from invitation i where ${conditions.join(' and ')}
     order by ${keysetOrder(keyset)} limit ${bound.bind(rowsToRead(page))}`,
    bound.all,
  );
  return rows.map(({ value, ...node }) => ({
    node,
    position: positionOf({ id: node.id, value }),
  }));
}

/** How many invitations of an agency meet the criteria. */
export async function countInvitations(
  sql: Sql,
  agencyId: AgencyId,
  filter: InvitationCriteria,
): Promise<number> {
  const bound = new BoundValues();
  const [row] = await sql.rows<{ count: number }>(
    `select count(*)::int as count from invitation i
     where ${conditionsOf(agencyId, filter, bound).join(' and ')}`,
    bound.all,
  );
  return row?.count ?? 0;
}

function conditionsOf(
  agencyId: AgencyId,
  filter: InvitationCriteria,
  bound: BoundValues,
): string[] {
  const { search, role, status } = filter;
  const conditions: (string | null)[] = [
    `i.agency_id = ${bound.bind(agencyId)}::uuid`,
    search === null ? null : contains(['i.email'], search, bound),
    role && among('i.role', role, bound),
    status && among(`(${INVITATION_STATUS})`, status, bound),
  ];
  return conditions.filter((condition) => condition !== null);
}
