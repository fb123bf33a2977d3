import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { MEMBER_ROLES, type MemberRole } from '../domain/access/role.js';
import type { AgencyId, InvitationId } from '../domain/ids.js';
import type { Instant } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** An invitation to an agency. Without the whole agency, its brands are in a table of their own. */
@Entity({ tableName: 'invitation' })
export class InvitationEntity {
  @PrimaryKey({ type: 'uuid' })
  agencyId!: AgencyId;

  @PrimaryKey({ type: 'uuid' })
  id!: InvitationId;

  @Property({ type: 'text' })
  email!: string;

  @Enum({ items: [...MEMBER_ROLES], type: 'text' })
  role!: MemberRole;

  @Property({ type: 'boolean' })
  wholeAgency!: boolean;

  /** The digest of the token in its link. */
  @Property({ type: 'text' })
  tokenHash!: string;

  @Property({ type: 'text' })
  invitedBy!: string;

  @Property({ type: InstantType })
  createdAt!: Instant;

  @Property({ type: InstantType })
  expiresAt!: Instant;

  @Property({ type: InstantType, nullable: true })
  acceptedAt!: Instant | null;

  @Property({ type: InstantType, nullable: true })
  revokedAt!: Instant | null;
}
