import { Field, ObjectType } from 'type-graphql';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { UserErrorType } from '../user-error/user-error-type.js';

@ObjectType('CreatePasswordLinkPayload', {
  description: 'The outcome of making a link to set a password.',
})
export class CreatePasswordLinkPayload {
  constructor(
    private readonly outcome: Result<
      { readonly link: string; readonly expiresAt: Instant },
      readonly UserError[]
    >,
  ) {}

  @Field(() => String, {
    nullable: true,
    description: 'The link, for the person alone: good once, and shown only here; null if refused.',
  })
  get link(): string | null {
    return this.outcome.ok ? this.outcome.value.link : null;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ends, in real time; null if refused.',
  })
  get expiresAt(): Instant | null {
    return this.outcome.ok ? this.outcome.value.expiresAt : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
