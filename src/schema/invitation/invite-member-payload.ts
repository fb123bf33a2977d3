import { Field, ObjectType } from 'type-graphql';
import type { Invitation } from '../../domain/access/invitation.js';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { InvitationType } from './invitation-type.js';

/** What was made. */
interface Sent {
  readonly invitation: Invitation;
  readonly link: string;
}

@ObjectType('InviteMemberPayload', { description: 'The outcome of an invitation.' })
export class InviteMemberPayload {
  constructor(private readonly outcome: Result<Sent, readonly UserError[]>) {}

  @Field(() => InvitationType, { nullable: true, description: 'The invitation; null if refused.' })
  get invitation(): InvitationType | null {
    return this.outcome.ok ? new InvitationType(this.outcome.value.invitation) : null;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Its link, to be given to whoever is invited: good for one use within seven days, and not shown again.',
  })
  get link(): string | null {
    return this.outcome.ok ? this.outcome.value.link : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
