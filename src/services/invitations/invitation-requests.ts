import type { Agency } from '../../domain/access/agency.js';
import type { Invitation } from '../../domain/access/invitation.js';
import type { Role } from '../../domain/access/role.js';
import type { PersonId } from '../../domain/ids.js';
import type { PageRequest } from '../../domain/paging/page.js';
import type {
  InvitationCriteria,
  InvitationSorting,
} from '../../persistence/queries/page-invitations.js';
import type { OpenedSession } from '../sessions/open-session.js';
import type { Visitor } from '../sessions/visitor.js';

/** An invitation as it was sent. */
export interface InviteMemberRequest {
  readonly email: string;
  readonly role: Role;
  /** Uuids; null: all of the agency's brands. */
  readonly brandIds: readonly string[] | null;
}

/** An invitation that was made, and its link: the only time that anybody sees it. */
export interface SentInvitation {
  readonly invitation: Invitation;
  readonly link: string;
}

/** The use of an invitation, and by whom as far as that is known. */
export interface AcceptInvitationRequest extends Visitor {
  readonly token: string;
  /** For a person who is new; null: not given. */
  readonly name: string | null;
  /** A new person's choice, or the present one of a known person; null: not given. */
  readonly password: string | null;
  /** Who has shown by a session who they are; null: nobody. */
  readonly signedInAs: PersonId | null;
}

/** What the use of an invitation opened. */
export interface AcceptedInvitation {
  readonly agency: Agency;
  readonly session: OpenedSession;
}

/** Which invitations; null: any. All that is given must hold; an empty list matches nothing. */
export type InvitationFilter = InvitationCriteria;

/** What invitations are ordered by. */
export type InvitationOrder = InvitationSorting;

/** A page of invitations. */
export interface ListInvitationsRequest {
  readonly page: PageRequest;
  readonly filter: InvitationFilter;
  readonly order: InvitationOrder;
}
