import { auditedGrant } from '../../domain/access/audited-grant.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Member } from '../../domain/access/member.js';
import { encodeId } from '../../domain/ids.js';
import { MembershipEntity } from '../../entities/membership.js';
import type { AccessKernel } from '../access-kernel.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import { openMember } from './open-member.js';

/**
 * Takes a person out of the agency and answers with what they were; they stay whatever they are in
 * others. Refuses somebody who is no member (NOT_FOUND) and the agency's last owner (INVALID);
 * FORBIDDEN if the member's role stands above the caller's.
 */
export async function removeMember(
  kernel: AccessKernel,
  caller: Caller,
  personId: string,
): Promise<Outcome<Member>> {
  authorize(caller, 'member:write');
  const outcome = await outcomeOf(() =>
    kernel.database.within(caller).write(async (unit) => {
      const key = { id: personId, field: ['id'] };
      const { member, isLastOwner } = await openMember(unit, caller, key);
      if (isLastOwner) return refuse(['id'], 'INVALID', 'An agency keeps its last owner.');
      const { agencyId } = caller;
      await unit.em.nativeDelete(MembershipEntity, { agencyId, personId });
      await kernel.audit(unit, caller, [
        {
          action: 'member.remove',
          object: { kind: 'person', id: encodeId('person', personId) },
          before: { email: member.email, ...auditedGrant(member) },
          after: null,
        },
      ]);
      return member;
    }),
  );
  kernel.credentials.forget({ personId });
  return outcome;
}
