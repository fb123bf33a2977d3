import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { ActorKind } from '../domain/access/caller.js';
import type { BlockerCode } from '../domain/campaign/blocker.js';
import type { CampaignStatus } from '../domain/campaign/campaign.js';
import type { Cause } from '../domain/campaign/cause.js';
import type { AgencyId, BrandId, CampaignId, ChangeId } from '../domain/ids.js';
import type { Instant } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** A change of a campaign's status, or of what decides it. */
@Entity({ tableName: 'status_change' })
export class StatusChangeEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: ChangeId;

  @Property({ type: 'uuid' })
  agencyId!: AgencyId;

  @Property({ type: 'uuid' })
  brandId!: BrandId;

  @Property({ type: 'uuid' })
  campaignId!: CampaignId;

  @Property({ type: 'text' })
  fromStatus!: CampaignStatus;

  @Property({ type: 'text' })
  toStatus!: CampaignStatus;

  @Property({ type: 'text[]' })
  blockersBefore!: readonly BlockerCode[];

  @Property({ type: 'text[]' })
  blockers!: readonly BlockerCode[];

  @Property({ type: 'text' })
  cause!: Cause;

  @Property({ type: 'text', nullable: true })
  actorKind!: ActorKind | null;

  @Property({ type: 'text', nullable: true })
  actorId!: string | null;

  @Property({ type: 'text', nullable: true })
  actorName!: string | null;

  @Property({ type: InstantType })
  at!: Instant;

  /** The transaction that wrote it: the order of commits, for replays. */
  @Property({ type: 'xid8', columnType: 'xid8', defaultRaw: 'pg_current_xact_id()' })
  xid!: string;
}
