import { Field, ObjectType } from 'type-graphql';
import type { SpendPoint } from '../../domain/spend/spend-series.js';
import type { Instant } from '../../domain/time/instant.js';
import { MoneyType } from '../money/money-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@ObjectType('SpendPoint', { description: 'True spend of one hour, day or month.' })
export class SpendPointType {
  constructor(
    private readonly point: SpendPoint,
    private readonly currency: string,
  ) {}

  @Field(() => DateTimeScalar, { description: 'Its first instant.' })
  get start(): Instant {
    return this.point.start;
  }

  @Field(() => MoneyType, { description: 'Its true spend.' })
  get spent(): MoneyType {
    return new MoneyType(this.point.spentMicros, this.currency);
  }
}
