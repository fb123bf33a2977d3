import type { AgencyId, KeyId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { Grant } from './read-grant.js';
import type { KeyRole } from './role.js';

/** Whether a key still opens anything: what was revoked is REVOKED, whether or not it would have ended. */
export type KeyState = 'GOOD' | 'EXPIRED' | 'REVOKED';

/** A machine's key to an agency. Its token is shown once, when it is made, and never again. */
export interface ApiKey extends Grant<KeyRole> {
  readonly id: KeyId;
  readonly agencyId: AgencyId;
  readonly name: string;
  /** How its token begins. */
  readonly prefix: string;
  /** The name of who made it. */
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly revokedAt: Instant | null;
}
