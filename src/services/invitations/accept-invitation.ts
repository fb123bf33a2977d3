import { hashToken } from '../../auth/token.js';
import type { Caller } from '../../domain/access/caller.js';
import type { Invitation } from '../../domain/access/invitation.js';
import type { Member } from '../../domain/access/member.js';
import type { AuditDraft } from '../../domain/audit/audit-entry.js';
import { invariant } from '../../domain/errors.js';
import { encodeId } from '../../domain/ids.js';
import { findPersonByEmail } from '../../persistence/queries/find-person.js';
import { readAgency } from '../../persistence/queries/read-agencies.js';
import { findOpenInvitation, useInvitation } from '../../persistence/queries/read-invitations.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import { joinAgency, joiningOf } from '../members/join-agency.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import { openSession } from '../sessions/open-session.js';
import type { SessionKernel } from '../sessions/session-kernel.js';
import { enter, type Guest, readGuest } from './guest.js';
import type { AcceptedInvitation, AcceptInvitationRequest } from './invitation-requests.js';

/**
 * Uses an invitation: makes the person if they are new, makes them a member, and opens a session in
 * the agency. A new person gives a name and a password (REQUIRED, INVALID; both together). A known
 * one shows by a session, or by their password, that they are that person (REQUIRED, INVALID). A
 * token that nobody made, that was used or revoked, that has ended, or whose person is kept out is
 * NOT_FOUND; of somebody who became a member meanwhile it is TAKEN. Throws RateLimitedError after too
 * many wrong passwords.
 */
export function acceptInvitation(
  kernel: SessionKernel,
  request: AcceptInvitationRequest,
): Promise<Outcome<AcceptedInvitation>> {
  return outcomeOf(async () => {
    const { everywhere } = kernel.database;
    const invitation = await findOpenInvitation(everywhere, hashToken(request.token));
    if (invitation === null) return refuseToken();
    const person = await findPersonByEmail(everywhere, invitation.email);
    if (person !== null && person.deactivatedAt !== null) return refuseToken();
    // Outside of the transaction, since passwords take their time.
    const guest = await readGuest(kernel, request, { email: invitation.email, person });
    return everywhere.write((unit) => accept(kernel, unit, { request, invitation, guest }));
  });
}

/** An invitation, and who uses it. */
interface Acceptance {
  readonly request: AcceptInvitationRequest;
  readonly invitation: Invitation;
  readonly guest: Guest;
}

async function accept(
  kernel: SessionKernel,
  unit: UnitOfWork,
  { request, invitation, guest }: Acceptance,
): Promise<AcceptedInvitation> {
  const { agencyId, id, role, brandIds } = invitation;
  if (!(await useInvitation(unit, agencyId, id))) return refuseToken();
  const personId = await enter(kernel, unit, guest);
  if (personId === null) return refuseToken();
  const joining = { agencyId, personId, grant: { role, brandIds } };
  const member = await joinAgency(kernel, unit, joining);
  if (member === null) return refuse(TOKEN, 'TAKEN', 'You are a member already.');
  const session = await openSession(kernel, unit, { personId, visitor: request, agencyId });
  const agency = await readAgency(unit, agencyId);
  invariant(agency, 'an agency is never deleted');
  await kernel.audit(unit, callerOf(member, request), [
    acceptanceOf(invitation),
    joiningOf(member),
  ]);
  return { agency, session };
}

const TOKEN = ['input', 'token'];

function refuseToken(): never {
  return refuse(TOKEN, 'NOT_FOUND', 'The link is no longer good: ask for another invitation.');
}

/** Who joins is who did it; in the agency they could do nothing before. */
function callerOf(
  { agencyId, personId, name }: Member,
  { origin, requestId }: AcceptInvitationRequest,
): Caller {
  const actor = { kind: 'USER', id: encodeId('person', personId), name } as const;
  const mayDoNothing = { brandIds: null, permissions: new Set<never>() };
  return { agencyId, ...mayDoNothing, actor, requestId, origin, reason: null };
}

function acceptanceOf({ id }: Invitation): AuditDraft {
  return {
    action: 'invitation.accept',
    object: { kind: 'invitation', id: encodeId('invitation', id) },
    before: { status: 'OPEN' },
    after: { status: 'ACCEPTED' },
  };
}
