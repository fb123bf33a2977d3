import { Field, ObjectType } from 'type-graphql';
import { CampaignType } from '../campaign/campaign-type.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { SpendEntryType } from './spend-entry-type.js';

@ObjectType('RecordSpendPayload', { description: 'The outcome of recording a spend or refund.' })
export class RecordSpendPayload {
  @Field(() => SpendEntryType, {
    nullable: true,
    description: 'The ledger row; the first one if this is a duplicate; null if refused.',
  })
  readonly entry!: SpendEntryType | null;

  @Field(() => CampaignType, {
    nullable: true,
    description:
      'The campaign after the commit: an exhausted budget shows here, not a minute later.',
  })
  readonly campaign!: CampaignType | null;

  @Field(() => Boolean, {
    description: 'The same event was recorded before; nothing was counted again.',
  })
  readonly duplicate!: boolean;

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  readonly userErrors!: readonly UserErrorType[];
}
