import { BigIntType, JsonType } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import {
  CAMPAIGN_STATUSES,
  type CampaignStatus,
  DESIRED_STATUSES,
  type DesiredStatus,
  type HeldBlocker,
} from '../domain/campaign/campaign.js';
import type { AgencyId, BrandId, CampaignId } from '../domain/ids.js';
import type { Micros } from '../domain/money/micros.js';
import type { Instant } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** A campaign. People write the first part, only the engine writes the state at the end. */
@Entity({ tableName: 'campaign' })
export class CampaignEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: CampaignId;

  @Property({ type: 'uuid' })
  agencyId!: AgencyId;

  @Property({ type: 'uuid' })
  brandId!: BrandId;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  externalId!: string | null;

  @Enum({ items: [...DESIRED_STATUSES], type: 'text' })
  desiredStatus!: DesiredStatus;

  @Property({ type: new BigIntType('bigint'), nullable: true })
  dailyBudgetMicros!: Micros | null;

  @Property({ type: new BigIntType('bigint'), nullable: true })
  monthlyBudgetMicros!: Micros | null;

  @Property({ type: InstantType, nullable: true })
  startsAt!: Instant | null;

  @Property({ type: InstantType, nullable: true })
  endsAt!: Instant | null;

  @Property({ type: InstantType })
  createdAt!: Instant;

  @Property({ type: InstantType })
  updatedAt!: Instant;

  @Property({ type: 'integer' })
  version!: number;

  @Enum({ items: [...CAMPAIGN_STATUSES], type: 'text' })
  status!: CampaignStatus;

  @Property({ type: InstantType })
  statusSince!: Instant;

  @Property({ type: JsonType })
  blockers!: readonly HeldBlocker[];

  @Property({ type: InstantType, nullable: true })
  nextTransitionAt!: Instant | null;
}
