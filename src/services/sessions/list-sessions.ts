import type { Session } from '../../domain/access/session.js';
import { readSessions } from '../../persistence/queries/read-sessions.js';
import type { Identity } from '../credentials/identity.js';
import type { SessionKernel } from './session-kernel.js';

/** More than anybody has at a time: see `openSession`. */
const MAX_LISTED = 100;

/** One of somebody's own sessions. */
export interface OwnSession extends Session {
  /** Whether the request came with it. */
  readonly isCurrent: boolean;
}

/** The person's own live sessions, those that were used last first; of a key, none. */
export async function listSessions(
  { database }: Pick<SessionKernel, 'database'>,
  { credential }: Identity,
): Promise<readonly OwnSession[]> {
  if (credential.kind === 'KEY') return [];
  const sessions = await readSessions(database.everywhere, credential.personId, MAX_LISTED);
  return sessions.map((session) => ({ ...session, isCurrent: session.id === credential.id }));
}
