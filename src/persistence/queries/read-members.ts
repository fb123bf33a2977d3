import type { Member } from '../../domain/access/member.js';
import type { AgencyId, PersonId } from '../../domain/ids.js';
import { statement } from '../statement.js';
import type { Sql, UnitOfWork } from '../unit-of-work.js';
import { grantedBrandsColumn } from './granted-brands.js';

/** What a {@link Member} is made of, of members `m` and people `p`. */
export const MEMBER_COLUMNS = `m.agency_id as "agencyId", m.person_id as "personId", p.email, p.name,
    m.role, ${grantedBrandsColumn('membership', 'm')}, p.deactivated_at as "deactivatedAt",
    m.created_at as "createdAt", m.updated_at as "updatedAt"`;

/** Where members are. */
export const MEMBER_TABLES = 'membership m join person p on p.id = m.person_id';

const MEMBERS = `select ${MEMBER_COLUMNS} from ${MEMBER_TABLES}`;

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
