import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Member } from '../../domain/access/member.js';
import { readMembers } from '../../persistence/queries/read-members.js';
import type { AccessKernel } from '../access-kernel.js';

/** The agency's members with the given uuids of people, in their order; null where there is none. */
export async function loadMembers(
  { database }: Pick<AccessKernel, 'database'>,
  caller: Caller,
  personIds: readonly string[],
): Promise<readonly (Member | null)[]> {
  authorize(caller, 'member:read');
  const members = await readMembers(database.within(caller), caller.agencyId, personIds);
  const byId = new Map(members.map((member) => [member.personId, member]));
  return personIds.map((id) => byId.get(id) ?? null);
}
