import type { SessionId } from '../../domain/ids.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import type { Asking } from './asking.js';
import { endSession } from './end-session.js';
import type { SessionKernel } from './session-kernel.js';

/**
 * Ends one of the person's own sessions, wherever it is open: here at once, elsewhere within two
 * seconds. Refuses what is no live session of theirs (NOT_FOUND).
 */
export function revokeSession(
  kernel: Pick<SessionKernel, 'database' | 'credentials' | 'audit'>,
  asking: Asking,
  id: SessionId,
): Promise<Outcome<SessionId>> {
  return outcomeOf(async () => {
    if (await endSession(kernel, asking, id)) return id;
    return refuse(['id'], 'NOT_FOUND', 'None of your open sessions has this id.');
  });
}
