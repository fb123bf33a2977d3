import type { AgencyId } from '../../domain/ids.js';
import { readIdentities } from '../../persistence/queries/read-identities.js';
import { moveSession } from '../../persistence/queries/write-sessions.js';
import type { Identity } from '../credentials/identity.js';
import { identityOfRow } from '../credentials/identity-of-row.js';
import type { Outcome } from '../outcome.js';
import { outcomeOf, refuse } from '../refusal.js';
import type { SessionKernel } from './session-kernel.js';

/**
 * Takes the session to another agency that the person is in, and answers with who they are there: for
 * requests to this process at once, to others within a second. Refuses an agency that they are not in
 * (NOT_FOUND) and a key, which is of one agency for ever (INVALID).
 */
export function switchAgency(
  { database, credentials }: Pick<SessionKernel, 'database' | 'credentials'>,
  { credential }: Identity,
  agencyId: AgencyId,
): Promise<Outcome<Identity>> {
  return outcomeOf(async () => {
    if (credential.kind === 'KEY') {
      return refuse([], 'INVALID', 'A key is of one agency: it cannot be switched.');
    }
    const { id } = credential;
    const isMoved = await moveSession(database.everywhere, id, agencyId);
    if (!isMoved) return refuse(['id'], 'NOT_FOUND', 'You are in no agency with this id.');
    credentials.forget({ sessionId: id });
    const [row] = await readIdentities(database.everywhere, { sessions: [id], keys: [] });
    return row ? identityOfRow(row) : refuse([], 'NOT_FOUND', 'The session has just ended.');
  });
}
