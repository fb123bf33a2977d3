import { Field, ObjectType } from 'type-graphql';
import type { CurrencyTotal } from '../../domain/overview/overview.js';
import { MoneyType, optionalMoney } from '../money/money-type.js';
import { CurrencyScalar } from '../scalars/currency-scalar.js';

@ObjectType('CurrencyTotal', {
  description: 'Totals of all brands of one currency, each in its own current period.',
})
export class CurrencyTotalType {
  constructor(private readonly total: CurrencyTotal) {}

  @Field(() => CurrencyScalar, { description: 'The currency.' })
  get currency(): string {
    return this.total.currency;
  }

  @Field(() => MoneyType, { description: 'Spent today.' })
  get today(): MoneyType {
    return new MoneyType(this.total.todayMicros, this.total.currency);
  }

  @Field(() => MoneyType, {
    nullable: true,
    description: "The sum of the brands' daily caps; null if a brand has none.",
  })
  get dailyBudget(): MoneyType | null {
    return optionalMoney(this.total.dailyBudgetMicros, this.total.currency);
  }

  @Field(() => MoneyType, { description: 'Spent this month.' })
  get thisMonth(): MoneyType {
    return new MoneyType(this.total.monthMicros, this.total.currency);
  }

  @Field(() => MoneyType, {
    nullable: true,
    description: "The sum of the brands' monthly caps; null if a brand has none.",
  })
  get monthlyBudget(): MoneyType | null {
    return optionalMoney(this.total.monthlyBudgetMicros, this.total.currency);
  }
}
