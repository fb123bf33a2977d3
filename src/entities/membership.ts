import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { MEMBER_ROLES, type MemberRole } from '../domain/access/role.js';
import type { AgencyId, PersonId } from '../domain/ids.js';
import type { Instant } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** A person in an agency. Without the whole agency, their brands are in a table of their own. */
@Entity({ tableName: 'membership' })
export class MembershipEntity {
  @PrimaryKey({ type: 'uuid' })
  agencyId!: AgencyId;

  @PrimaryKey({ type: 'uuid' })
  personId!: PersonId;

  @Enum({ items: [...MEMBER_ROLES], type: 'text' })
  role!: MemberRole;

  @Property({ type: 'boolean' })
  wholeAgency!: boolean;

  @Property({ type: InstantType })
  createdAt!: Instant;

  @Property({ type: InstantType })
  updatedAt!: Instant;
}
