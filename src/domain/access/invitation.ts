import type { AgencyId, InvitationId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { Grant } from './read-grant.js';
import type { MemberRole } from './role.js';

/** What became of an invitation. */
export const INVITATION_STATUSES = ['OPEN', 'ACCEPTED', 'REVOKED', 'EXPIRED'] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** An invitation of whoever has an e-mail address to an agency. Its secret is in its link alone. */
export interface Invitation extends Grant<MemberRole> {
  readonly id: InvitationId;
  readonly agencyId: AgencyId;
  readonly email: string;
  readonly status: InvitationStatus;
  /** The name of who invited. */
  readonly invitedBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/** How long an invitation is good. */
export const INVITATION_DAYS = 7;
