import type { Role } from '../../domain/access/role.js';
import type { PageRequest } from '../../domain/paging/page.js';
import type { MemberCriteria, MemberSorting } from '../../persistence/queries/page-members.js';

/** A change of a member: undefined leaves a field as it is. */
export interface UpdateMemberRequest {
  /** The person's uuid. */
  readonly id: string;
  readonly role: Role | null | undefined;
  /** Null: all of the agency's brands. */
  readonly brandIds: readonly string[] | null | undefined;
}

/** A person who is to be a member at once, known or new. */
export interface AddMemberRequest {
  readonly email: string;
  /** For a new person; null: as the e-mail address begins. */
  readonly name: string | null;
  readonly role: Role;
  readonly brandIds: readonly string[] | null;
}

/** Which members; null: any. All that is given must hold; an empty list matches nothing. */
export type MemberFilter = MemberCriteria;

/** What members are ordered by. */
export type MemberOrder = MemberSorting;

/** A page of members. */
export interface ListMembersRequest {
  readonly page: PageRequest;
  readonly filter: MemberFilter;
  readonly order: MemberOrder;
}
