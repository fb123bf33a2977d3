import { revokeSessionOf } from '../../persistence/queries/write-sessions.js';
import type { Identity } from '../credentials/identity.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import type { SessionKernel } from './session-kernel.js';

/** Ends the session that the request came with; it holds at once. Refuses a key, which has none (INVALID). */
export function signOut(
  { database, credentials }: Pick<SessionKernel, 'database' | 'credentials'>,
  { credential }: Identity,
): Promise<Outcome<true>> {
  return outcomeOf<true>(async () => {
    if (credential.kind === 'KEY') {
      return refuse([], 'INVALID', 'A key has no session: revoke the key instead.');
    }
    await revokeSessionOf(database.everywhere, credential.personId, credential.id);
    credentials.forget({ sessionId: credential.id });
    return true;
  });
}
