import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { AgencyId } from '../domain/ids.js';
import type { Micros } from '../domain/money/micros.js';
import type { LocalDate } from '../domain/time/instant.js';
import type { BudgetPeriod } from '../domain/time/period.js';

/** What one owner (a brand or a campaign) spent in one local day or month. */
@Entity({ tableName: 'counter' })
export class CounterEntity {
  @PrimaryKey({ type: 'uuid' })
  ownerId!: string;

  @PrimaryKey({ type: 'text' })
  period!: BudgetPeriod;

  @PrimaryKey({ type: 'date' })
  date!: LocalDate;

  @Property({ type: 'uuid' })
  agencyId!: AgencyId;

  @Property({ type: new BigIntType('bigint') })
  trueSpentMicros!: Micros;

  @Property({ type: new BigIntType('bigint') })
  offsetMicros!: Micros;
}
