import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { KEY_ROLES, type KeyRole } from '../domain/access/role.js';
import type { AgencyId, KeyId } from '../domain/ids.js';
import type { Instant } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** A machine's key. Without the whole agency, its brands are in a table of their own. */
@Entity({ tableName: 'api_key' })
export class ApiKeyEntity {
  @PrimaryKey({ type: 'uuid' })
  agencyId!: AgencyId;

  @PrimaryKey({ type: 'uuid' })
  id!: KeyId;

  @Property({ type: 'text' })
  name!: string;

  @Enum({ items: [...KEY_ROLES], type: 'text' })
  role!: KeyRole;

  @Property({ type: 'boolean' })
  wholeAgency!: boolean;

  @Property({ type: 'text' })
  prefix!: string;

  /** The digest of its token. */
  @Property({ type: 'text' })
  tokenHash!: string;

  @Property({ type: 'text' })
  createdBy!: string;

  @Property({ type: InstantType })
  createdAt!: Instant;

  @Property({ type: InstantType, nullable: true })
  lastUsedAt!: Instant | null;

  @Property({ type: InstantType, nullable: true })
  expiresAt!: Instant | null;

  @Property({ type: InstantType, nullable: true })
  revokedAt!: Instant | null;
}
