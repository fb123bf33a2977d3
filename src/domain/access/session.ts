import type { AgencyId, SessionId } from '../ids.js';
import type { Instant } from '../time/instant.js';

/** A person's live session: a place where they are signed in. Instants are real time. */
export interface Session {
  readonly id: SessionId;
  /** The agency that was chosen in it; null: none. */
  readonly agencyId: AgencyId | null;
  /** The address from which it was opened. */
  readonly origin: string;
  /** What the browser called itself when it was opened; null: nothing. */
  readonly userAgent: string | null;
  readonly createdAt: Instant;
  /** To the minute. */
  readonly lastUsedAt: Instant;
  readonly expiresAt: Instant;
}
