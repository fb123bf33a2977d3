import { Field, ObjectType } from 'type-graphql';
import type { BrandSpendUpdate } from '../../domain/live/updates.js';
import type { Instant } from '../../domain/time/instant.js';
import { BrandType } from '../brand/brand-type.js';
import { BudgetUsageType } from '../budget/budget-usage-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@ObjectType('BrandSpendUpdate', { description: "A brand's totals after spend was committed." })
export class BrandSpendUpdateType {
  constructor(private readonly update: BrandSpendUpdate) {}

  @Field(() => BrandType, { description: 'The brand.' })
  get brand(): BrandType {
    return new BrandType(this.update.brand);
  }

  @Field(() => BudgetUsageType, { description: 'Its day.' })
  get today(): BudgetUsageType {
    return this.brand.today;
  }

  @Field(() => BudgetUsageType, { description: 'Its month.' })
  get thisMonth(): BudgetUsageType {
    return this.brand.thisMonth;
  }

  @Field(() => DateTimeScalar, { description: 'When it was committed.' })
  get at(): Instant {
    return this.update.at;
  }
}
