import type { SessionId } from '../../domain/ids.js';
import { revokeSessionOf } from '../../persistence/queries/write-sessions.js';
import type { Identity } from '../credentials/identity.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import type { SessionKernel } from './session-kernel.js';

/**
 * Ends one of the person's own sessions, wherever it is open: here at once, elsewhere within two
 * seconds. Refuses what is no live session of theirs (NOT_FOUND).
 */
export function revokeSession(
  { database, credentials }: Pick<SessionKernel, 'database' | 'credentials'>,
  { credential }: Identity,
  id: SessionId,
): Promise<Outcome<SessionId>> {
  return outcomeOf(async () => {
    const isRevoked =
      credential.kind === 'SESSION' &&
      (await revokeSessionOf(database.everywhere, credential.personId, id));
    if (!isRevoked) return refuse(['id'], 'NOT_FOUND', 'None of your open sessions has this id.');
    credentials.forget({ sessionId: id });
    return id;
  });
}
