import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, BrandId, CampaignId, ChangeId } from '../domain/ids.js';
import type { Instant } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** What the live events of one transaction of one agency are about; pruned once relayed. */
@Entity({ tableName: 'outbox' })
export class OutboxMessageEntity {
  @PrimaryKey({ type: 'bigint', autoincrement: true })
  seq!: string;

  @Property({ type: 'uuid' })
  agencyId!: AgencyId;

  @Property({ type: 'xid8', columnType: 'xid8', defaultRaw: 'pg_current_xact_id()' })
  xid!: string;

  @Property({ type: InstantType })
  at!: Instant;

  @Property({ type: 'uuid[]', columnType: 'uuid[]' })
  campaignIds!: readonly CampaignId[];

  @Property({ type: 'uuid[]', columnType: 'uuid[]' })
  brandIds!: readonly BrandId[];

  @Property({ type: 'uuid[]', columnType: 'uuid[]' })
  changeIds!: readonly ChangeId[];

  @Property({ type: InstantType, defaultRaw: 'clock_timestamp()' })
  writtenAt!: Instant;
}
