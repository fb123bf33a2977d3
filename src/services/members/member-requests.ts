import type { Role } from '../../domain/access/role.js';

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
