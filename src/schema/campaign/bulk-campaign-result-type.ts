import { Field, ID, ObjectType } from 'type-graphql';
import type { UserError } from '../../domain/errors.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { CampaignType } from './campaign-type.js';

/** What became of one campaign of a bulk change. */
export interface BulkResult {
  readonly id: string;
  readonly campaign: CampaignType | null;
  readonly userErrors: readonly UserError[];
}

@ObjectType('BulkCampaignResult', { description: 'What became of one campaign of a bulk change.' })
export class BulkCampaignResultType implements BulkResult {
  @Field(() => ID, { description: 'The id that was sent.' })
  readonly id!: string;

  @Field(() => CampaignType, {
    nullable: true,
    description: 'The campaign after it; null if refused.',
  })
  readonly campaign!: CampaignType | null;

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  readonly userErrors!: readonly UserError[];
}
