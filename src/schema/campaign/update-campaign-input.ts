import { Field, ID, InputType, Int } from 'type-graphql';
import type { DesiredStatus } from '../../domain/campaign/campaign.js';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { DecimalScalar } from '../scalars/decimal-scalar.js';
import { DesiredStatusEnum } from './desired-status-enum.js';

@InputType('UpdateCampaignInput', {
  description:
    'A change of a campaign. Absent: unchanged. Null: cleared (budgets, externalId, startsAt, endsAt).',
})
export class UpdateCampaignInput {
  @Field(() => ID, { description: 'Which campaign.' })
  readonly id!: string;

  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  readonly version?: number | null;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: "The caller's own key." })
  readonly externalId?: string | null;

  @Field(() => DesiredStatusEnum, { nullable: true, description: 'What is asked of it.' })
  readonly desiredStatus?: DesiredStatus | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Cap of a day.' })
  readonly dailyBudget?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Cap of a month.' })
  readonly monthlyBudget?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its flight begins.' })
  readonly startsAt?: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its flight ends.' })
  readonly endsAt?: Instant | null;
}
