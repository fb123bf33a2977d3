import { Field, ObjectType } from 'type-graphql';
import type { CampaignSnapshot } from '../../domain/campaign/campaign.js';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { CampaignType } from './campaign-type.js';

@ObjectType('CampaignPayload', { description: 'The outcome of a change of a campaign.' })
export class CampaignPayload {
  constructor(private readonly outcome: Result<CampaignSnapshot, readonly UserError[]>) {}

  @Field(() => CampaignType, {
    nullable: true,
    description: 'The campaign after it; null if refused.',
  })
  get campaign(): CampaignType | null {
    return this.outcome.ok ? new CampaignType(this.outcome.value) : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
