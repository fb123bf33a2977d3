import { Field, ObjectType } from 'type-graphql';
import type { Agency } from '../../domain/access/agency.js';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { AgencyType } from './agency-type.js';

@ObjectType('AgencyPayload', { description: 'The outcome of a change of an agency.' })
export class AgencyPayload {
  constructor(private readonly outcome: Result<Agency, readonly UserError[]>) {}

  @Field(() => AgencyType, { nullable: true, description: 'The agency after it; null if refused.' })
  get agency(): AgencyType | null {
    return this.outcome.ok ? new AgencyType(this.outcome.value) : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
