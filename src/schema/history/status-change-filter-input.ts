import { Field, ID, InputType } from 'type-graphql';
import type { CampaignStatus } from '../../domain/campaign/campaign.js';
import type { Cause } from '../../domain/campaign/cause.js';
import type { Instant } from '../../domain/time/instant.js';
import { CampaignStatusEnum } from '../campaign/campaign-status-enum.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { CauseEnum } from './cause-enum.js';

@InputType('StatusChangeFilter', {
  description: 'Which status changes. All that is given must hold.',
})
export class StatusChangeFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this brand.' })
  readonly brandId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this campaign.' })
  readonly campaignId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'At or after.' })
  readonly from?: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before.' })
  readonly to?: Instant | null;

  @Field(() => [CauseEnum], { nullable: true, description: 'Brought about by one of these.' })
  readonly cause?: readonly Cause[] | null;

  @Field(() => [CampaignStatusEnum], {
    nullable: true,
    description: 'The status that began is one of these.',
  })
  readonly toStatus?: readonly CampaignStatus[] | null;
}
