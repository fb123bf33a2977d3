import { JsonType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId } from '../domain/ids.js';
import type { Instant } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** What a key made first, and from which input; kept for ever. */
@Entity({ tableName: 'idempotency_key' })
export class IdempotencyKeyEntity {
  @PrimaryKey({ type: 'uuid' })
  agencyId!: AgencyId;

  @PrimaryKey({ type: 'text' })
  operation!: string;

  @PrimaryKey({ type: 'text' })
  key!: string;

  @Property({ type: JsonType })
  content!: unknown;

  @Property({ type: 'uuid' })
  resultId!: string;

  @Property({ type: InstantType })
  createdAt!: Instant;
}
