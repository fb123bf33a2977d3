import { hashToken, newToken } from '../../auth/token.js';
import { auditedGrant } from '../../domain/access/audited-grant.js';
import { authorizeGrant } from '../../domain/access/authorize-grant.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import { type Invitation, INVITATION_DAYS } from '../../domain/access/invitation.js';
import { readEmail } from '../../domain/access/read-email.js';
import { type Grant, readGrant } from '../../domain/access/read-grant.js';
import { MEMBER_ROLES, type MemberRole } from '../../domain/access/role.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import { encodeId, type InvitationId } from '../../domain/ids.js';
import { combine } from '../../domain/input/reading.js';
import { formatInstant } from '../../domain/time/instant.js';
import { InvitationEntity } from '../../entities/invitation.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { insertGrantedBrands } from '../../persistence/queries/granted-brands.js';
import { lockAgency } from '../../persistence/queries/read-agencies.js';
import { revokeOpenInvitations } from '../../persistence/queries/read-invitations.js';
import { hasMemberWithEmail } from '../../persistence/queries/read-members.js';
import { realTime } from '../../persistence/queries/real-time.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { LinkKernel } from '../access-kernel.js';
import type { Outcome } from '../outcome.js';
import { refuseUnknownBrands } from '../refuse-unknown-brands.js';
import { accepted, outcomeOf, refuse } from '../refusal.js';
import type { InviteMemberRequest, SentInvitation } from './invitation-requests.js';

const MS_PER_DAY = 86_400_000;

/** What was asked for, once it has been read. */
interface InvitationPlan {
  readonly email: string;
  readonly grant: Grant<MemberRole>;
}

/**
 * Invites whoever has an e-mail address: gives a link that is good once, for seven days of real
 * time, and in the place of all that were given for the address before. Refuses flaws of fields
 * (INVALID, REQUIRED, TOO_MANY; all together), unknown brands (NOT_FOUND), and a member's address
 * (TAKEN). FORBIDDEN if the role stands above the caller's.
 */
export async function inviteMember(
  kernel: LinkKernel,
  caller: Caller,
  request: InviteMemberRequest,
): Promise<Outcome<SentInvitation>> {
  authorize(caller, 'member:write');
  return outcomeOf(async () => {
    const plan = accepted(readPlan(request));
    authorizeGrant(caller, plan.grant.role);
    const token = newToken();
    const invitation = await kernel.database.within(caller).write(async (unit) => {
      await refuseImpossible(unit, caller, plan);
      const replaced = await revokeOpenInvitations(unit, caller.agencyId, plan.email);
      const made = await insert(kernel, unit, { caller, plan, tokenHash: hashToken(token) });
      await kernel.audit(unit, caller, [...replaced.map(replacementOf), creationOf(made)]);
      return made;
    });
    return { invitation, link: `${kernel.publicUrl()}/sign-in#invitation=${token}` };
  });
}

function readPlan({ email, role, brandIds }: InviteMemberRequest) {
  return combine<InvitationPlan>({
    email: readEmail(email, ['input', 'email']),
    grant: readGrant({ role, brandIds }, { roles: MEMBER_ROLES, path: ['input'] }),
  });
}

async function refuseImpossible(
  unit: UnitOfWork,
  { agencyId }: Caller,
  { email, grant }: InvitationPlan,
): Promise<void> {
  // Of two invitations at once the later one must see the earlier.
  await lockAgency(unit, agencyId);
  await refuseUnknownBrands(unit, agencyId, grant);
  if (!(await hasMemberWithEmail(unit, agencyId, email))) return;
  refuse(['input', 'email'], 'TAKEN', `${email} is a member already.`);
}

/** An invitation to be made. */
interface Making {
  readonly caller: Caller;
  readonly plan: InvitationPlan;
  readonly tokenHash: string;
}

async function insert(
  kernel: LinkKernel,
  unit: UnitOfWork,
  { caller, plan: { email, grant }, tokenHash }: Making,
): Promise<Invitation> {
  const { agencyId } = caller;
  const { role, brandIds } = grant;
  const id = kernel.ids.next(await presentInstant(kernel, unit));
  const createdAt = await realTime(unit);
  const expiresAt = createdAt + INVITATION_DAYS * MS_PER_DAY;
  const row = {
    ...{ id, agencyId, email, role, invitedBy: caller.actor.name },
    ...{ createdAt, expiresAt, acceptedAt: null, revokedAt: null },
  };
  await unit.em.insert(InvitationEntity, { ...row, tokenHash, wholeAgency: brandIds === null });
  await insertGrantedBrands(unit, { agencyId, grantee: 'invitation', id, brandIds });
  return { ...row, brandIds, status: 'OPEN' };
}

function replacementOf(id: InvitationId): AuditDraft {
  return {
    action: 'invitation.revoke',
    object: { kind: 'invitation', id: encodeId('invitation', id) },
    before: { status: 'OPEN' },
    after: { status: 'REVOKED' },
  };
}

function creationOf({ id, email, expiresAt, ...grant }: Invitation): AuditDraft {
  return {
    action: 'invitation.create',
    object: { kind: 'invitation', id: encodeId('invitation', id) },
    before: null,
    after: { email, ...auditedGrant(grant), expiresAt: formatInstant(expiresAt) },
  };
}
