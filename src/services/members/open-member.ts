import { authorizeGrant } from '../../domain/access/authorize-grant.js';
import type { Caller } from '../../domain/access/caller.js';
import { isLastOwner, type Member } from '../../domain/access/member.js';
import type { PersonId } from '../../domain/ids.js';
import { lockOwners, readMembers } from '../../persistence/queries/read-members.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import { refuse } from '../refusal.js';

/** A member who is to be changed, and whether the agency would be without an owner if they were none. */
export interface OpenMember {
  readonly member: Member;
  readonly isLastOwner: boolean;
}

/** Where the request names the member. */
interface MemberKey {
  readonly id: PersonId;
  readonly field: readonly string[];
}

/**
 * Locks a member of the caller's agency until the end of the transaction. Refuses one who is none
 * (NOT_FOUND), and with FORBIDDEN one who stands above the caller.
 */
export async function openMember(
  unit: UnitOfWork,
  caller: Caller,
  { id, field }: MemberKey,
): Promise<OpenMember> {
  const owners = await lockOwners(unit, caller.agencyId, id);
  const [member] = await readMembers(unit, caller.agencyId, [id]);
  if (!member) return refuse(field, 'NOT_FOUND', 'No member has this id.');
  authorizeGrant(caller, member.role);
  return { member, isLastOwner: member.role === 'OWNER' && isLastOwner(owners, id) };
}
