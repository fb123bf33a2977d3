import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, BrandId, CampaignId, EntryId } from '../domain/ids.js';
import type { Micros } from '../domain/money/micros.js';
import type { SpendKind } from '../domain/spend/spend-entry.js';
import type { Instant, LocalDate } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** One row of the ledger. The database refuses every UPDATE and DELETE. */
@Entity({ tableName: 'spend_entry' })
export class SpendEntryEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: EntryId;

  @Property({ type: 'uuid' })
  agencyId!: AgencyId;

  @Property({ type: 'uuid' })
  brandId!: BrandId;

  @Property({ type: 'uuid' })
  campaignId!: CampaignId;

  @Property({ type: 'text' })
  kind!: SpendKind;

  /** Positive for SPEND, negative for REFUND. */
  @Property({ type: new BigIntType('bigint') })
  amountMicros!: Micros;

  @Property({ type: 'text' })
  eventId!: string;

  @Property({ type: 'text' })
  source!: string;

  @Property({ type: InstantType })
  occurredAt!: Instant;

  @Property({ type: InstantType })
  recordedAt!: Instant;

  @Property({ type: 'date' })
  day!: LocalDate;

  @Property({ type: 'boolean' })
  whileBlocked!: boolean;

  @Property({ type: 'uuid', nullable: true })
  refundOf!: EntryId | null;
}
