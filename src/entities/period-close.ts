import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId, BrandId, CloseId } from '../domain/ids.js';
import type { Micros } from '../domain/money/micros.js';
import type { Instant, LocalDate } from '../domain/time/instant.js';
import type { BudgetPeriod } from '../domain/time/period.js';
import { InstantType } from './instant-type.js';

/** An ended day or month of a brand, closed exactly once. */
@Entity({ tableName: 'period_close' })
export class PeriodCloseEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: CloseId;

  @Property({ type: 'uuid' })
  agencyId!: AgencyId;

  @Property({ type: 'uuid' })
  brandId!: BrandId;

  @Property({ type: 'text' })
  period!: BudgetPeriod;

  @Property({ type: 'date' })
  date!: LocalDate;

  @Property({ type: InstantType })
  periodStart!: Instant;

  @Property({ type: InstantType })
  periodEnd!: Instant;

  @Property({ type: new BigIntType('bigint') })
  spentMicros!: Micros;

  @Property({ type: new BigIntType('bigint'), nullable: true })
  budgetMicros!: Micros | null;

  @Property({ type: InstantType })
  closedAt!: Instant;
}
