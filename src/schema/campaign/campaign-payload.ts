import { Field, ObjectType } from 'type-graphql';
import { UserErrorType } from '../user-error/user-error-type.js';
import { CampaignType } from './campaign-type.js';

@ObjectType('CampaignPayload', { description: 'The outcome of a change of a campaign.' })
export class CampaignPayload {
  @Field(() => CampaignType, {
    nullable: true,
    description: 'The campaign after it; null if refused.',
  })
  readonly campaign!: CampaignType | null;

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  readonly userErrors!: readonly UserErrorType[];
}
