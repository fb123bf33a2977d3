import { Field, ObjectType } from 'type-graphql';
import type { Member } from '../../domain/access/member.js';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { MemberType } from './member-type.js';

@ObjectType('MemberPayload', { description: 'The outcome of a change of a member.' })
export class MemberPayload {
  constructor(private readonly outcome: Result<Member, readonly UserError[]>) {}

  @Field(() => MemberType, {
    nullable: true,
    description: 'The member after it, or as they were if they were removed; null if refused.',
  })
  get member(): MemberType | null {
    return this.outcome.ok ? new MemberType(this.outcome.value) : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
