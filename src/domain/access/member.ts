import type { AgencyId, PersonId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { Grant } from './read-grant.js';
import type { MemberRole } from './role.js';

/** A person in an agency, and what they are there. */
export interface Member extends Grant<MemberRole> {
  readonly agencyId: AgencyId;
  readonly personId: PersonId;
  readonly email: string;
  readonly name: string;
  /** Since when the person can no longer sign in anywhere; null: they can. */
  readonly deactivatedAt: Instant | null;
  /** When the person joined the agency. */
  readonly createdAt: Instant;
  /** When their role or brands last changed. */
  readonly updatedAt: Instant;
}

/**
 * Whether the agency would be without an owner if this person were none any more. `owners` are the
 * agency's owners who can sign in.
 */
export function isLastOwner(owners: readonly PersonId[], personId: PersonId): boolean {
  return owners.every((owner) => owner === personId);
}
