import { Field, ID, InputType } from 'type-graphql';
import type { DesiredStatus } from '../../domain/campaign/campaign.js';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { DecimalScalar } from '../scalars/decimal-scalar.js';
import { DaypartingWindowInput } from '../schedule/dayparting-window-input.js';
import { DesiredStatusEnum } from './desired-status-enum.js';

/** What is asked of a campaign for which nothing is said. */
export const DEFAULT_DESIRED_STATUS: DesiredStatus = 'ACTIVE';

@InputType('CreateCampaignInput', { description: 'A new campaign.' })
export class CreateCampaignInput {
  @Field(() => ID, { description: 'Its brand for ever.' })
  readonly brandId!: string;

  @Field(() => String, { description: '1 to 200 characters.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: "The caller's own key." })
  readonly externalId?: string | null;

  @Field(() => DesiredStatusEnum, {
    nullable: true,
    defaultValue: DEFAULT_DESIRED_STATUS,
    description: 'ACTIVE or PAUSED.',
  })
  readonly desiredStatus?: DesiredStatus | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Cap of a day.' })
  readonly dailyBudget?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Cap of a month.' })
  readonly monthlyBudget?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its flight begins.' })
  readonly startsAt?: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its flight ends.' })
  readonly endsAt?: Instant | null;

  @Field(() => [DaypartingWindowInput], { nullable: true, description: 'Its schedule.' })
  readonly windows?: readonly DaypartingWindowInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a retry safe: the same key answers with the campaign made first.',
  })
  readonly idempotencyKey?: string | null;
}
