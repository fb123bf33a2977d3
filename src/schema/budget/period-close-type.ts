import { Field, ID, ObjectType } from 'type-graphql';
import type { PeriodClose } from '../../domain/budget/period-close.js';
import { encodeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { LocalDate } from '../../domain/time/local-date.js';
import type { BudgetPeriod } from '../../domain/time/period.js';
import { MoneyType, optionalMoney } from '../money/money-type.js';
import { NodeType } from '../node/node-type.js';
import { DateScalar } from '../scalars/date-scalar.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { BudgetPeriodEnum } from './budget-period-enum.js';

@ObjectType('PeriodClose', {
  implements: NodeType,
  description: 'An ended day or month of a brand, closed exactly once.',
})
export class PeriodCloseType implements NodeType {
  constructor(private readonly close: PeriodClose) {}

  @Field(() => ID, { description: 'Its global id.' })
  get id(): string {
    return encodeId('close', this.close.id);
  }

  @Field(() => BudgetPeriodEnum, { description: 'Day or month.' })
  get period(): BudgetPeriod {
    return this.close.kind;
  }

  @Field(() => DateScalar, { description: 'The local day, or the first of the local month.' })
  get date(): LocalDate {
    return this.close.period.date;
  }

  @Field(() => DateTimeScalar, { description: 'Its first instant.' })
  get periodStart(): Instant {
    return this.close.period.startsAt;
  }

  @Field(() => DateTimeScalar, { description: 'Its end (exclusive).' })
  get periodEnd(): Instant {
    return this.close.period.endsAt;
  }

  @Field(() => MoneyType, { description: 'The true spend when it was closed.' })
  get spent(): MoneyType {
    return new MoneyType(this.close.spentMicros, this.close.currency);
  }

  @Field(() => MoneyType, { nullable: true, description: 'The cap when it was closed.' })
  get budget(): MoneyType | null {
    return optionalMoney(this.close.budgetMicros, this.close.currency);
  }

  @Field(() => DateTimeScalar, { description: 'When it was closed.' })
  get closedAt(): Instant {
    return this.close.closedAt;
  }

  @Field(() => MoneyType, {
    nullable: true,
    description: 'True spend with what came in later; null if nothing did.',
  })
  get restatedSpent(): MoneyType | null {
    return optionalMoney(this.close.restatedMicros, this.close.currency);
  }
}
