import { BigIntType } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { BRAND_STATUSES, type BrandStatus } from '../domain/brand/brand.js';
import type { AgencyId, BrandId } from '../domain/ids.js';
import type { Micros } from '../domain/money/micros.js';
import type { Instant, LocalDate } from '../domain/time/instant.js';
import { InstantType } from './instant-type.js';

/** A brand. People write everything but its current periods, which only the engine moves. */
@Entity({ tableName: 'brand' })
export class BrandEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: BrandId;

  @Property({ type: 'uuid' })
  agencyId!: AgencyId;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  externalId!: string | null;

  @Property({ type: 'text' })
  currency!: string;

  @Property({ type: 'text' })
  timeZone!: string;

  @Enum({ items: [...BRAND_STATUSES], type: 'text' })
  status!: BrandStatus;

  @Property({ type: new BigIntType('bigint'), nullable: true })
  dailyBudgetMicros!: Micros | null;

  @Property({ type: new BigIntType('bigint'), nullable: true })
  monthlyBudgetMicros!: Micros | null;

  @Property({ type: 'date' })
  day!: LocalDate;

  @Property({ type: InstantType })
  dayStartsAt!: Instant;

  @Property({ type: InstantType })
  dayEndsAt!: Instant;

  @Property({ type: 'date' })
  month!: LocalDate;

  @Property({ type: InstantType })
  monthStartsAt!: Instant;

  @Property({ type: InstantType })
  monthEndsAt!: Instant;

  @Property({ type: InstantType })
  createdAt!: Instant;

  @Property({ type: InstantType })
  updatedAt!: Instant;

  @Property({ type: 'integer' })
  version!: number;
}
