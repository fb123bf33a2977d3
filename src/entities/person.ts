import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { PersonId } from '../domain/ids.js';
import type { Instant } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** A person, who may be in several agencies or in none. */
@Entity({ tableName: 'person' })
export class PersonEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: PersonId;

  /** In lower case; nobody else has it. */
  @Property({ type: 'text' })
  email!: string;

  @Property({ type: 'text' })
  name!: string;

  /** An argon2id hash; null: they have no password. */
  @Property({ type: 'text', nullable: true })
  passwordHash!: string | null;

  @Property({ type: InstantType, nullable: true })
  passwordChangedAt!: Instant | null;

  /** What an OpenID Connect provider knows them by; both or neither. */
  @Property({ type: 'text', nullable: true })
  oidcIssuer!: string | null;

  @Property({ type: 'text', nullable: true })
  oidcSubject!: string | null;

  @Property({ type: InstantType })
  createdAt!: Instant;

  @Property({ type: InstantType, nullable: true })
  deactivatedAt!: Instant | null;
}
