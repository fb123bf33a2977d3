import { Field, ObjectType } from 'type-graphql';
import type { Invitation } from '../../domain/access/invitation.js';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { InvitationType } from './invitation-type.js';

@ObjectType('InvitationPayload', { description: 'The outcome of a change of an invitation.' })
export class InvitationPayload {
  constructor(private readonly outcome: Result<Invitation, readonly UserError[]>) {}

  @Field(() => InvitationType, {
    nullable: true,
    description: 'The invitation after it; null if refused.',
  })
  get invitation(): InvitationType | null {
    return this.outcome.ok ? new InvitationType(this.outcome.value) : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
