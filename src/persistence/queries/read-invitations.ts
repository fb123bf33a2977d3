import type { Invitation } from '../../domain/access/invitation.js';
import type { AgencyId, InvitationId } from '../../domain/ids.js';
import { statement } from '../statement.js';
import type { Sql, UnitOfWork } from '../unit-of-work.js';
import { grantedBrandsColumn } from './granted-brands.js';

/** What became of invitations `i` by now, in real time. */
export const INVITATION_STATUS = `case when i.accepted_at is not null then 'ACCEPTED'
      when i.revoked_at is not null then 'REVOKED'
      when i.expires_at <= clock_timestamp() then 'EXPIRED' else 'OPEN' end`;

/** What an {@link Invitation} is made of, of invitations `i`. */
export const INVITATION_COLUMNS = `i.id, i.agency_id as "agencyId", i.email, i.role,
    ${grantedBrandsColumn('invitation', 'i')}, ${INVITATION_STATUS} as status,
    i.invited_by as "invitedBy", i.created_at as "createdAt", i.expires_at as "expiresAt",
    i.accepted_at as "acceptedAt", i.revoked_at as "revokedAt"`;

const INVITATIONS = `select ${INVITATION_COLUMNS} from invitation i`;

const BY_ID = statement(`${INVITATIONS} where i.agency_id = $1 and i.id = any($2::uuid[])`);

/** The agency's invitations with these ids, in no order. */
export function readInvitations(
  sql: Sql,
  agencyId: AgencyId,
  ids: readonly InvitationId[],
): Promise<readonly Invitation[]> {
  return sql.rows<Invitation>(BY_ID, [agencyId, ids]);
}

/** The same for one, locked until the end of the transaction. */
export async function lockInvitation(
  unit: UnitOfWork,
  agencyId: AgencyId,
  id: InvitationId,
): Promise<Invitation | null> {
  const [invitation] = await unit.rows<Invitation>(
    `${INVITATIONS} where i.agency_id = $1 and i.id = $2 for update of i`,
    [agencyId, id],
  );
  return invitation ?? null;
}

/** The open invitation, of whichever agency, whose token has this digest. */
export async function findOpenInvitation(sql: Sql, tokenHash: string): Promise<Invitation | null> {
  const [invitation] = await sql.rows<Invitation>(
    `${INVITATIONS} where i.token_hash = $1 and i.accepted_at is null and i.revoked_at is null
     and i.expires_at > clock_timestamp()`,
    [tokenHash],
  );
  return invitation ?? null;
}

/** Ends the open invitations of an address; gives their ids. */
export async function revokeOpenInvitations(
  unit: UnitOfWork,
  agencyId: AgencyId,
  email: string,
): Promise<readonly InvitationId[]> {
  const rows = await unit.rows<{ id: InvitationId }>(
    `update invitation set revoked_at = clock_timestamp()
     where agency_id = $1 and email = $2 and accepted_at is null and revoked_at is null
       and expires_at > clock_timestamp()
     returning id`,
    [agencyId, email],
  );
  return rows.map(({ id }) => id);
}

/** Uses up an open invitation; says whether it was one. Of two at once the second waits, and is told. */
export async function useInvitation(
  unit: UnitOfWork,
  agencyId: AgencyId,
  id: InvitationId,
): Promise<boolean> {
  const used = await unit.rows(
    `update invitation set accepted_at = clock_timestamp()
     where agency_id = $1 and id = $2 and accepted_at is null and revoked_at is null
       and expires_at > clock_timestamp()
     returning 1`,
    [agencyId, id],
  );
  return used.length > 0;
}
