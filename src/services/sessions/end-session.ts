import { encodeId, type SessionId } from '../../domain/ids.js';
import { revokeSessionOf } from '../../persistence/queries/write-sessions.js';
import { auditPerson } from '../people/audit-person.js';
import type { Asking } from './asking.js';
import type { SessionKernel } from './session-kernel.js';

/**
 * Ends a live session of the person who asks: here at once, elsewhere within two seconds. Says whether
 * it was one; a key has none.
 */
export async function endSession(
  kernel: Pick<SessionKernel, 'database' | 'credentials' | 'audit'>,
  { identity: { credential, actor }, visitor }: Asking,
  id: SessionId,
): Promise<boolean> {
  if (credential.kind === 'KEY') return false;
  const person = { id: credential.personId, name: actor.name };
  const before = { session: encodeId('session', id) };
  const change = { action: 'session.revoke', before, after: null } as const;
  const isEnded = await kernel.database.everywhere.write(async (unit) => {
    if (!(await revokeSessionOf(unit, person.id, id))) return false;
    await auditPerson(kernel, unit, { person, visitor, change });
    return true;
  });
  kernel.credentials.forget({ sessionId: id });
  return isEnded;
}
