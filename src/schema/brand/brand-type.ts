import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { BrandSnapshot, BrandStatus } from '../../domain/brand/brand.js';
import { encodeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { BudgetUsageType, thisMonthOf, todayOf } from '../budget/budget-usage-type.js';
import { MoneyType, optionalMoney } from '../money/money-type.js';
import { NodeType } from '../node/node-type.js';
import { CurrencyScalar } from '../scalars/currency-scalar.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { TimeZoneScalar } from '../scalars/time-zone-scalar.js';
import { BrandStatusEnum } from './brand-status-enum.js';

@ObjectType('Brand', {
  implements: NodeType,
  description:
    'An advertiser: campaigns, one currency, one time zone, and caps over all its campaigns together.',
})
export class BrandType implements NodeType {
  constructor(readonly snapshot: BrandSnapshot) {}

  @Field(() => ID, { description: 'Its global id.' })
  get id(): string {
    return encodeId('brand', this.snapshot.brand.id);
  }

  @Field(() => String, { description: 'Its name; need not be unique.' })
  get name(): string {
    return this.snapshot.brand.name;
  }

  @Field(() => String, {
    nullable: true,
    description: "The caller's own key, unique among the agency's brands.",
  })
  get externalId(): string | null {
    return this.snapshot.brand.externalId;
  }

  @Field(() => CurrencyScalar, {
    description: 'The currency of all its amounts; never changes.',
  })
  get currency(): string {
    return this.snapshot.brand.currency;
  }

  @Field(() => TimeZoneScalar, { description: 'The zone of its days, months and schedules.' })
  get timeZone(): string {
    return this.snapshot.brand.timeZone;
  }

  @Field(() => BrandStatusEnum, { description: 'What a person asked for.' })
  get status(): BrandStatus {
    return this.snapshot.brand.status;
  }

  @Field(() => MoneyType, {
    nullable: true,
    description: 'The cap of a local day over all its campaigns; null: none.',
  })
  get dailyBudget(): MoneyType | null {
    const { dailyBudgetMicros, currency } = this.snapshot.brand;
    return optionalMoney(dailyBudgetMicros, currency);
  }

  @Field(() => MoneyType, {
    nullable: true,
    description: 'The cap of a local month over all its campaigns; null: none.',
  })
  get monthlyBudget(): MoneyType | null {
    const { monthlyBudgetMicros, currency } = this.snapshot.brand;
    return optionalMoney(monthlyBudgetMicros, currency);
  }

  @Field(() => BudgetUsageType, { description: 'The current local day.' })
  get today(): BudgetUsageType {
    const { brand, totals } = this.snapshot;
    return todayOf(brand, totals, brand);
  }

  @Field(() => BudgetUsageType, { description: 'The current local month.' })
  get thisMonth(): BudgetUsageType {
    const { brand, totals } = this.snapshot;
    return thisMonthOf(brand, totals, brand);
  }

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  get createdAt(): Instant {
    return this.snapshot.brand.createdAt;
  }

  @Field(() => DateTimeScalar, { description: 'When a person last changed it.' })
  get updatedAt(): Instant {
    return this.snapshot.brand.updatedAt;
  }

  @Field(() => Int, {
    description: 'Grows by one with each change by a person; send it back to detect lost updates.',
  })
  get version(): number {
    return this.snapshot.brand.version;
  }
}
