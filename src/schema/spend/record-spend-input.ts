import { Field, ID, InputType } from 'type-graphql';
import type { Instant } from '../../domain/time/instant.js';
import { CurrencyScalar } from '../scalars/currency-scalar.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { DecimalScalar } from '../scalars/decimal-scalar.js';

/** The source of what names none. */
export const DEFAULT_SOURCE = 'api';

@InputType('RecordSpendInput', { description: 'Money spent.' })
export class RecordSpendInput {
  @Field(() => ID, { nullable: true, description: 'Whose; or campaignExternalId (exactly one).' })
  readonly campaignId?: string | null;

  @Field(() => String, { nullable: true, description: "Whose, by the caller's own key." })
  readonly campaignExternalId?: string | null;

  @Field(() => DecimalScalar, {
    description: 'More than zero; at most 6 decimals and 12 digits before the point.',
  })
  readonly amount!: string;

  @Field(() => CurrencyScalar, {
    nullable: true,
    description: "If given, must be the brand's.",
  })
  readonly currency?: string | null;

  @Field(() => String, {
    description: '1 to 128 printable ASCII characters, unique per source for ever.',
  })
  readonly eventId!: string;

  @Field(() => String, {
    nullable: true,
    defaultValue: DEFAULT_SOURCE,
    description: '1 to 64 printable ASCII characters.',
  })
  readonly source?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Default now. At most 35 days back and 5 minutes ahead.',
  })
  readonly occurredAt?: Instant | null;
}
