import { Field, ObjectType } from 'type-graphql';
import type { Agency } from '../../domain/access/agency.js';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { AgencyType } from '../agency/agency-type.js';
import { UserErrorType } from '../user-error/user-error-type.js';

@ObjectType('AcceptInvitationPayload', { description: 'The outcome of using an invitation.' })
export class AcceptInvitationPayload {
  constructor(private readonly outcome: Result<Agency, readonly UserError[]>) {}

  @Field(() => AgencyType, {
    nullable: true,
    description: 'The agency that the person is in now, and signed in to; null if refused.',
  })
  get agency(): AgencyType | null {
    return this.outcome.ok ? new AgencyType(this.outcome.value) : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
