import { Field, ID, InputType } from 'type-graphql';
import type { SpendKind } from '../../domain/spend/spend-entry.js';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { SpendKindEnum } from './spend-kind-enum.js';

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

  @Field(() => [SpendKindEnum], { nullable: true, description: 'One of these.' })
  readonly kind?: readonly SpendKind[] | null;

  @Field(() => [String], { nullable: true, description: 'From one of these.' })
  readonly source?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Exactly one of these, at most 100, of whatever source.',
  })
  readonly eventId?: readonly string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the campaign was not ACTIVE when it happened.',
  })
  readonly whileBlocked?: boolean | null;
}
