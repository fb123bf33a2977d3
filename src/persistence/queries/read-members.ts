import type { Member } from '../../domain/access/member.js';
import type { AgencyId, PersonId } from '../../domain/ids.js';
import { rowsToRead } from '../../domain/paging/cut-page.js';
import type { PageRequest } from '../../domain/paging/page.js';
import { BoundValues } from '../bound-values.js';
import { afterPosition, type Keyset, keysetOrder } from '../keyset.js';
import { statement } from '../statement.js';
import type { Sql, UnitOfWork } from '../unit-of-work.js';
import { grantedBrandsColumn } from './granted-brands.js';

const MEMBERS = `
  select m.agency_id as "agencyId", m.person_id as "personId", p.email, p.name, m.role,
    ${grantedBrandsColumn('membership', 'm')}, p.deactivated_at as "deactivatedAt",
    m.created_at as "createdAt", m.updated_at as "updatedAt"
  from membership m join person p on p.id = m.person_id`;

const NEWEST_FIRST: Keyset = {
  key: { sql: 'm.created_at', type: 'timestamptz', nullable: false },
  id: 'm.person_id',
  direction: 'DESC',
};

/** The members of a page, the newest first, one more than it holds if more follow. */
export function pageMembers(
  sql: Sql,
  agencyId: AgencyId,
  page: PageRequest,
): Promise<readonly Member[]> {
  const bound = new BoundValues();
  const conditions = [`m.agency_id = ${bound.bind(agencyId)}::uuid`];
  if (page.after) conditions.push(afterPosition(NEWEST_FIRST, page.after, bound));
  return sql.rows<Member>(
    `${MEMBERS} where ${conditions.join(' and ')}
     order by ${keysetOrder(NEWEST_FIRST)} limit ${bound.bind(rowsToRead(page))}`,
    bound.all,
  );
}

/** How many members an agency has. */
export async function countMembers(sql: Sql, agencyId: AgencyId): Promise<number> {
  const [row] = await sql.rows<{ count: number }>(
    'select count(*)::int as count from membership where agency_id = $1',
    [agencyId],
  );
  return row?.count ?? 0;
}

const BY_ID = statement(`${MEMBERS} where m.agency_id = $1 and m.person_id = any($2::uuid[])`);

/** The members of an agency among these people, in no order. */
export function readMembers(
  sql: Sql,
  agencyId: AgencyId,
  personIds: readonly PersonId[],
): Promise<readonly Member[]> {
  return sql.rows<Member>(BY_ID, [agencyId, personIds]);
}

/** Whether a member of the agency has this e-mail address, which is in lower case. */
export async function hasMemberWithEmail(
  sql: Sql,
  agencyId: AgencyId,
  email: string,
): Promise<boolean> {
  const rows = await sql.rows(
    `select 1 from membership m join person p on p.id = m.person_id
     where m.agency_id = $1 and p.email = $2`,
    [agencyId, email],
  );
  return rows.length > 0;
}

/**
 * Locks a member and the agency's owners, until the end of the transaction: no two changes can each
 * leave the other's owner as the last one. Gives the owners who can sign in.
 */
export async function lockOwners(
  unit: UnitOfWork,
  agencyId: AgencyId,
  personId: PersonId,
): Promise<readonly PersonId[]> {
  const rows = await unit.rows<{ personId: PersonId; isOwner: boolean }>(
    `select m.person_id as "personId", m.role = 'OWNER' as "isOwner" from membership m
     where m.agency_id = $1 and (m.role = 'OWNER' or m.person_id = $2)
     order by m.person_id for update`,
    [agencyId, personId],
  );
  const owners = rows.filter(({ isOwner }) => isOwner);
  const active = await unit.rows<{ personId: PersonId }>(
    `select p.id as "personId" from person p where p.id = any($1::uuid[]) and p.deactivated_at is null`,
    [owners.map((owner) => owner.personId)],
  );
  return active.map((owner) => owner.personId);
}
