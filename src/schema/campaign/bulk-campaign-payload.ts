import { Field, ObjectType } from 'type-graphql';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { type BulkResult, BulkCampaignResultType } from './bulk-campaign-result-type.js';

@ObjectType('BulkCampaignPayload', { description: 'The outcome of a bulk change.' })
export class BulkCampaignPayload {
  constructor(private readonly outcome: Result<readonly BulkResult[], readonly UserError[]>) {}

  @Field(() => [BulkCampaignResultType], { description: 'One for each id, in order.' })
  get results(): readonly BulkResult[] {
    return this.outcome.ok ? this.outcome.value : [];
  }

  @Field(() => [UserErrorType], { description: 'Why the whole change was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
