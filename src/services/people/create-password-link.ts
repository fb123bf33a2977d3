import { authorize, type Caller } from '../../domain/access/caller.js';
import { encodeId, type PersonId } from '../../domain/ids.js';
import { formatInstant } from '../../domain/time/instant.js';
import { agencyIdsOfPerson, lockPerson } from '../../persistence/queries/find-person.js';
import type { LinkKernel } from '../access-kernel.js';
import { openMember } from '../members/open-member.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import { makePasswordLink, type PasswordLink } from './make-password-link.js';

/**
 * Makes a link by which a member can set a new password. Refuses somebody who is no member
 * (NOT_FOUND), and one who was deactivated or is in other agencies too (INVALID): with a new password
 * one could act there. FORBIDDEN if the member's role stands above the caller's.
 */
export async function createPasswordLink(
  kernel: LinkKernel,
  caller: Caller,
  personId: PersonId,
): Promise<Outcome<PasswordLink>> {
  authorize(caller, 'member:write');
  return outcomeOf(() =>
    // What only all agencies together can tell is whether the person is in others.
    kernel.database.everywhere.write(async (unit) => {
      const { member } = await openMember(unit, caller, { id: personId, field: ['id'] });
      await lockPerson(unit, personId);
      const agencies = await agencyIdsOfPerson(unit, personId);
      if (member.deactivatedAt !== null || agencies.length !== 1) {
        return refuse(
          ['id'],
          'INVALID',
          "This person's password is not the agency's to renew: whoever runs Paceline can do it.",
        );
      }
      const made = await makePasswordLink(kernel, unit, personId);
      await kernel.audit(unit, caller, [
        {
          action: 'person.create_password_link',
          object: { kind: 'person', id: encodeId('person', personId) },
          before: null,
          after: { email: member.email, expiresAt: formatInstant(made.expiresAt) },
        },
      ]);
      return made;
    }),
  );
}
