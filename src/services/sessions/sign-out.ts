import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import type { Asking } from './asking.js';
import { endSession } from './end-session.js';
import type { SessionKernel } from './session-kernel.js';

/** Ends the session that the request came with; it holds at once. Refuses a key, which has none (INVALID). */
export function signOut(
  kernel: Pick<SessionKernel, 'database' | 'credentials' | 'audit'>,
  asking: Asking,
): Promise<Outcome<true>> {
  return outcomeOf<true>(async () => {
    const { credential } = asking.identity;
    if (credential.kind === 'KEY') {
      return refuse([], 'INVALID', 'A key has no session: revoke the key instead.');
    }
    await endSession(kernel, asking, credential.id);
    return true;
  });
}
