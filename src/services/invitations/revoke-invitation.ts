import { authorizeGrant } from '../../domain/access/authorize-grant.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Invitation } from '../../domain/access/invitation.js';
import { encodeId } from '../../domain/ids.js';
import { InvitationEntity } from '../../entities/invitation.js';
import { lockInvitation } from '../../persistence/queries/read-invitations.js';
import { realTime } from '../../persistence/queries/real-time.js';
import type { AccessKernel } from '../access-kernel.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';

/**
 * Takes an invitation back: its link is no longer good. One that was taken back before stays as it
 * is. Refuses one that the agency does not have (NOT_FOUND) or that was accepted (INVALID);
 * FORBIDDEN if its role stands above the caller's.
 */
export async function revokeInvitation(
  kernel: AccessKernel,
  caller: Caller,
  id: string,
): Promise<Outcome<Invitation>> {
  authorize(caller, 'member:write');
  const { agencyId } = caller;
  return outcomeOf(() =>
    kernel.database.within(caller).write(async (unit) => {
      const invitation = await lockInvitation(unit, agencyId, id);
      if (invitation === null) return refuse(['id'], 'NOT_FOUND', 'No invitation has this id.');
      authorizeGrant(caller, invitation.role);
      const { status } = invitation;
      if (status === 'ACCEPTED') {
        return refuse(['id'], 'INVALID', 'The invitation was accepted: remove the member instead.');
      }
      if (status === 'REVOKED') return invitation;
      const revokedAt = await realTime(unit);
      await unit.em.nativeUpdate(InvitationEntity, { agencyId, id }, { revokedAt });
      await kernel.audit(unit, caller, [
        {
          action: 'invitation.revoke',
          object: { kind: 'invitation', id: encodeId('invitation', id) },
          before: { status },
          after: { status: 'REVOKED' },
        },
      ]);
      return { ...invitation, status: 'REVOKED', revokedAt };
    }),
  );
}
