import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../paging/page-args.js';
import { CampaignFilterInput } from './campaign-filter-input.js';
import { CampaignOrderInput } from './campaign-order-input.js';

@ArgsType()
export class CampaignsArgs extends PageArgs {
  @Field(() => CampaignFilterInput, {
    nullable: true,
    description: 'Which campaigns; absent: all.',
  })
  readonly filter?: CampaignFilterInput | null;

  @Field(() => CampaignOrderInput, {
    nullable: true,
    description: 'In which order; absent: the newest first.',
  })
  readonly orderBy?: CampaignOrderInput | null;
}
