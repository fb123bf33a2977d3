import { Field, ID, InputType } from 'type-graphql';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@InputType('SpendEntryFilter', {
  description: 'Which ledger rows. All that is given must hold.',
})
export class SpendEntryFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this brand.' })
  readonly brandId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this campaign.' })
  readonly campaignId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Occurred at or after.' })
  readonly from?: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Occurred before.' })
  readonly to?: Instant | null;
}
