import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId } from '../domain/ids.js';
import type { Instant } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** An ad agency: the owner of brands, campaigns and spend. */
@Entity({ tableName: 'agency' })
export class AgencyEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: AgencyId;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: InstantType })
  createdAt!: Instant;
}
