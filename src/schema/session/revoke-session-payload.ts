import { Field, ID, ObjectType } from 'type-graphql';
import type { UserError } from '../../domain/errors.js';
import { encodeId, type SessionId } from '../../domain/ids.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';

@ObjectType('RevokeSessionPayload', { description: 'The outcome of ending a session.' })
export class RevokeSessionPayload {
  constructor(private readonly outcome: Result<SessionId, readonly UserError[]>) {}

  @Field(() => ID, { nullable: true, description: 'Which session has ended; null if refused.' })
  get sessionId(): string | null {
    return this.outcome.ok ? encodeId('session', this.outcome.value) : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
