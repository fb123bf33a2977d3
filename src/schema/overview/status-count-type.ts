import { Field, Int, ObjectType } from 'type-graphql';
import type { BlockerCode } from '../../domain/campaign/blocker.js';
import type { CampaignStatus } from '../../domain/campaign/campaign.js';
import type { StatusCount } from '../../domain/overview/overview.js';
import { BlockerCodeEnum } from '../campaign/blocker-code-enum.js';
import { CampaignStatusEnum } from '../campaign/campaign-status-enum.js';

@ObjectType('StatusCount', { description: 'How many campaigns have a status.' })
export class StatusCountType implements StatusCount {
  @Field(() => CampaignStatusEnum, { description: 'The status.' })
  readonly status!: CampaignStatus;

  @Field(() => BlockerCodeEnum, {
    nullable: true,
    description: 'The deciding blocker; null for ACTIVE.',
  })
  readonly blocker!: BlockerCode | null;

  @Field(() => Int, { description: 'How many campaigns.' })
  readonly count!: number;
}
