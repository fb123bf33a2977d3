import { Field, ObjectType } from 'type-graphql';
import type { UserError, UserErrorCode } from '../../domain/errors.js';
import { UserErrorCodeEnum } from './user-error-code-enum.js';

const DESCRIPTION = `An expected failure of a mutation; nothing was changed. Other failures are GraphQL
errors with extensions.code UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT,
RATE_LIMITED, UNAVAILABLE or INTERNAL, never with a stack, SQL or a file name.`;

@ObjectType('UserError', { description: DESCRIPTION })
export class UserErrorType implements UserError {
  @Field(() => [String], {
    description:
      'The input path at fault, such as ["input", "dailyBudget"]; empty if it is the whole request.',
  })
  readonly field!: readonly string[];

  @Field(() => UserErrorCodeEnum, { description: 'What is wrong, for programs.' })
  readonly code!: UserErrorCode;

  @Field(() => String, {
    description: 'What is wrong, for people: the thing, the value, the rule.',
  })
  readonly message!: string;
}
