import { Field, ID, ObjectType } from 'type-graphql';
import { UserErrorType } from '../user-error/user-error-type.js';
import { CampaignType } from './campaign-type.js';

@ObjectType('BulkCampaignResult', { description: 'What became of one campaign of a bulk change.' })
export class BulkCampaignResultType {
  @Field(() => ID, { description: 'The id that was sent.' })
  readonly id!: string;

  @Field(() => CampaignType, {
    nullable: true,
    description: 'The campaign after it; null if refused.',
  })
  readonly campaign!: CampaignType | null;

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('BulkCampaignPayload', { description: 'The outcome of a bulk change.' })
export class BulkCampaignPayload {
  @Field(() => [BulkCampaignResultType], { description: 'One for each id, in order.' })
  readonly results!: readonly BulkCampaignResultType[];

  @Field(() => [UserErrorType], { description: 'Why the whole change was refused.' })
  readonly userErrors!: readonly UserErrorType[];
}
