import { authorizeGrant } from '../../domain/access/authorize-grant.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Member } from '../../domain/access/member.js';
import { type Grant, readGrant } from '../../domain/access/read-grant.js';
import { MEMBER_ROLES, type MemberRole } from '../../domain/access/role.js';
import { combine } from '../../domain/input/reading.js';
import type { LinkKernel } from '../access-kernel.js';
import type { Outcome } from '../outcome.js';
import { type Acquaintance, meetPerson, readAcquaintance } from '../people/meet-person.js';
import { refuseUnknownBrands } from '../refuse-unknown-brands.js';
import { accepted, outcomeOf, refuse } from '../refusal.js';
import { joinAgency, joiningOf } from './join-agency.js';
import type { AddMemberRequest } from './member-requests.js';

/** Who is a member now, and a link to choose a password if they are a new person; else null. */
export interface AddedMember {
  readonly member: Member;
  readonly passwordLink: string | null;
}

/**
 * Makes somebody a member at once, without an invitation: for the operator alone, who vouches for
 * the address. Refuses flaws of fields (INVALID, REQUIRED, TOO_MANY; all together), unknown brands
 * (NOT_FOUND), somebody who was deactivated (INVALID), and a member (TAKEN).
 */
export async function addMember(
  kernel: LinkKernel,
  caller: Caller,
  request: AddMemberRequest,
): Promise<Outcome<AddedMember>> {
  authorize(caller, 'member:write');
  const { agencyId } = caller;
  return outcomeOf(async () => {
    const { person, grant } = accepted(readRequest(request));
    authorizeGrant(caller, grant.role);
    return kernel.database.everywhere.write(async (unit) => {
      await refuseUnknownBrands(unit, agencyId, grant);
      const met = await meetPerson(kernel, unit, { person, field: EMAIL });
      const { personId, passwordLink } = met;
      const member = await joinAgency(kernel, unit, { agencyId, personId, grant });
      if (member === null) return refuse(EMAIL, 'TAKEN', `${person.email} is a member already.`);
      await kernel.audit(unit, caller, [joiningOf(member)]);
      return { member, passwordLink };
    });
  });
}

const EMAIL = ['input', 'email'];

function readRequest(request: AddMemberRequest) {
  return combine<{ person: Acquaintance; grant: Grant<MemberRole> }>({
    person: readAcquaintance(request, ['input']),
    grant: readGrant(request, { roles: MEMBER_ROLES, path: ['input'] }),
  });
}
