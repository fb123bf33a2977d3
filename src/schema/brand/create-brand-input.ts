import { Field, InputType } from 'type-graphql';
import { CurrencyScalar } from '../scalars/currency-scalar.js';
import { DecimalScalar } from '../scalars/decimal-scalar.js';
import { TimeZoneScalar } from '../scalars/time-zone-scalar.js';

/** The zone of a brand for which none is given. */
export const DEFAULT_TIME_ZONE = 'UTC';

@InputType('CreateBrandInput', { description: 'A new brand.' })
export class CreateBrandInput {
  @Field(() => String, { description: '1 to 200 characters.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: "The caller's own key." })
  readonly externalId?: string | null;

  @Field(() => CurrencyScalar, { description: 'Its currency for ever.' })
  readonly currency!: string;

  @Field(() => TimeZoneScalar, {
    nullable: true,
    defaultValue: DEFAULT_TIME_ZONE,
    description: 'Its zone.',
  })
  readonly timeZone?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Cap of a day.' })
  readonly dailyBudget?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Cap of a month.' })
  readonly monthlyBudget?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a retry safe: the same key answers with the brand made first.',
  })
  readonly idempotencyKey?: string | null;
}
