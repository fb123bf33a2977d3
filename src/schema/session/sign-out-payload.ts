import { Field, ObjectType } from 'type-graphql';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';

@ObjectType('SignOutPayload', { description: 'The outcome of signing out.' })
export class SignOutPayload {
  constructor(private readonly outcome: Result<unknown, readonly UserError[]>) {}

  @Field(() => Boolean, { description: 'Whether the session has ended.' })
  get signedOut(): boolean {
    return this.outcome.ok;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
