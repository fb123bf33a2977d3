import type { BrandId, PersonId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { Agency } from './agency.js';
import type { Actor } from './caller.js';
import type { Permission } from './permission.js';
import type { Role } from './role.js';

/** A person as they see themselves. */
export interface OwnPerson {
  readonly id: PersonId;
  readonly email: string;
  readonly name: string;
  readonly hasPassword: boolean;
  readonly createdAt: Instant;
}

/** What somebody is in an agency. */
export interface Membership {
  readonly agency: Agency;
  readonly role: Role;
  /** Null: all of the agency's brands. */
  readonly brandIds: readonly BrandId[] | null;
}

/** What somebody is in the agency that they are in now, and so may do. */
export interface OwnStanding extends Membership {
  readonly permissions: readonly Permission[];
}

/** Who asks, as the API tells them. */
export interface Me {
  readonly actor: Actor;
  /** Null: it is a key. */
  readonly person: OwnPerson | null;
  /** Null: a person who is not in the agency that they chose, or in none. */
  readonly standing: OwnStanding | null;
  /** What they are in all their agencies, the one they joined first first; of a key, none. */
  readonly memberships: readonly Membership[];
}
