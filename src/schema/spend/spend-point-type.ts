import { Field, ObjectType } from 'type-graphql';
import type { Instant } from '../../domain/time/instant.js';
import { MoneyType } from '../money/money-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@ObjectType('SpendPoint', { description: 'True spend of one hour, day or month.' })
export class SpendPointType {
  @Field(() => DateTimeScalar, { description: 'Its first instant.' })
  readonly start!: Instant;

  @Field(() => MoneyType, { description: 'Its true spend.' })
  readonly spent!: MoneyType;
}
