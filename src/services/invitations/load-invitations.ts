import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Invitation } from '../../domain/access/invitation.js';
import { readInvitations } from '../../persistence/queries/read-invitations.js';
import type { AccessKernel } from '../access-kernel.js';

/** The agency's invitations with the given uuids, in their order; null where there is none. */
export async function loadInvitations(
  { database }: Pick<AccessKernel, 'database'>,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly (Invitation | null)[]> {
  authorize(caller, 'member:read');
  const found = await readInvitations(database.within(caller), caller.agencyId, ids);
  const byId = new Map(found.map((invitation) => [invitation.id, invitation]));
  return ids.map((id) => byId.get(id) ?? null);
}
