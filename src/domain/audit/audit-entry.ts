import type { Actor } from '../access/caller.js';
import type { AgencyId, AuditId, IdKind } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { AuditAction } from './action.js';

/** What was changed: its kind and its id as clients see it. */
export interface AuditObject {
  readonly kind: IdKind | 'job' | 'clock' | 'database';
  readonly id: string | null;
}

/** A change, as the service that made it describes it. Values are plain JSON: no bigint, no secret. */
export interface AuditDraft {
  readonly action: AuditAction;
  readonly object: AuditObject;
  /** The values that changed, as they were; null: there was nothing. */
  readonly before: object | null;
  /** The same values as they are now; null: there is nothing any more. */
  readonly after: object | null;
}

/** One row of the append-only audit log: who changed what, from where, why, and when. */
export interface AuditEntry extends AuditDraft {
  readonly id: AuditId;
  readonly agencyId: AgencyId;
  /** Its place in the agency's log, from 1, without gaps. */
  readonly seq: bigint;
  readonly at: Instant;
  readonly actor: Actor;
  readonly origin: string;
  readonly reason: string | null;
  readonly requestId: string;
  /** Of the row before it, and its own; 64 hexadecimal digits each. */
  readonly previousHash: string;
  readonly hash: string;
}
