import { hashToken, newToken } from '../../auth/token.js';
import { type AgencyId, encodeId, type PersonId, type SessionId } from '../../domain/ids.js';
import { presentInstant } from '../../persistence/present-instant.js';
import {
  insertSession,
  pruneSessions,
  revokeOldestSessions,
} from '../../persistence/queries/write-sessions.js';
import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { AccessKernel } from '../access-kernel.js';
import type { PersonAudit } from '../people/audit-person.js';
import type { Visitor } from './visitor.js';

/** A session, with its secret for the client alone, and how long it is good. */
export interface OpenedSession {
  readonly id: SessionId;
  readonly token: string;
  readonly maxAgeSeconds: number;
}

/** Whose session it is to be. */
export interface SessionOwner {
  readonly personId: PersonId;
  readonly visitor: Pick<Visitor, 'origin' | 'userAgent'>;
  /** Which agency they are to be in; absent: the last one that they chose, or else their first. */
  readonly agencyId?: AgencyId;
}

/** However much it is used, so long a session is good. */
const LIFETIME_DAYS = 30;
const SECONDS_PER_DAY = 86_400;
/** More devices than anybody has; beyond them the oldest session ends. */
const MAX_LIVE_SESSIONS = 20;
/** What browsers send is shorter. */
const MAX_USER_AGENT_LENGTH = 300;

/**
 * Opens a session of a person, who is locked in this transaction and can sign in (see `lockPerson`);
 * the unit is in the scope of all agencies. Of more than 20 live sessions the oldest are revoked.
 */
export async function openSession(
  kernel: Pick<AccessKernel, 'ids' | 'clock' | 'testClock'>,
  unit: UnitOfWork,
  { personId, visitor, agencyId }: SessionOwner,
): Promise<OpenedSession> {
  const token = newToken();
  const maxAgeSeconds = LIFETIME_DAYS * SECONDS_PER_DAY;
  await pruneSessions(unit, personId);
  const id = kernel.ids.next(await presentInstant(kernel, unit));
  await insertSession(unit, {
    id,
    personId,
    agencyId: agencyId ?? null,
    tokenHash: hashToken(token),
    origin: visitor.origin,
    userAgent: storable(visitor.userAgent),
    maxAgeSeconds,
  });
  await revokeOldestSessions(unit, personId, MAX_LIVE_SESSIONS);
  return { id, token, maxAgeSeconds };
}

/** What the audit log says of a session that was opened by itself, and by what. */
export function openingOf(
  { id }: OpenedSession,
  by: 'password' | 'provider',
): PersonAudit['change'] {
  const after = { session: encodeId('session', id), by };
  return { action: 'session.open', before: null, after };
}

function storable(userAgent: string | null): string | null {
  const text = userAgent?.toWellFormed().replaceAll('\0', '');
  return text?.slice(0, MAX_USER_AGENT_LENGTH) ?? null;
}
