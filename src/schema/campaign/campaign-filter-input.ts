import { Field, Float, ID, InputType } from 'type-graphql';
import type { BlockerCode } from '../../domain/campaign/blocker.js';
import type { CampaignStatus, DesiredStatus } from '../../domain/campaign/campaign.js';
import { BlockerCodeEnum } from './blocker-code-enum.js';
import { CampaignStatusEnum } from './campaign-status-enum.js';
import { DesiredStatusEnum } from './desired-status-enum.js';

@InputType('CampaignFilter', { description: 'Which campaigns. All that is given must hold.' })
export class CampaignFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this brand.' })
  readonly brandId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or externalId, in any case.',
  })
  readonly search?: string | null;

  @Field(() => [CampaignStatusEnum], { nullable: true, description: 'One of these.' })
  readonly status?: readonly CampaignStatus[] | null;

  @Field(() => [DesiredStatusEnum], { nullable: true, description: 'One of these.' })
  readonly desiredStatus?: readonly DesiredStatus[] | null;

  @Field(() => [BlockerCodeEnum], {
    nullable: true,
    description: 'Its deciding blocker is one of these.',
  })
  readonly blocker?: readonly BlockerCode[] | null;

  @Field(() => [String], { nullable: true, description: 'One of these.' })
  readonly externalId?: readonly string[] | null;

  @Field(() => Float, {
    nullable: true,
    description: "Today's utilization is at least this (0.8 is 80 %).",
  })
  readonly utilizationAtLeast?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is one of those that `atRisk` of the overview counts.',
  })
  readonly atRisk?: boolean | null;
}
