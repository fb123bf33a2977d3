import { Field, ObjectType } from 'type-graphql';
import type { UserError } from '../../domain/errors.js';
import type { Me } from '../../domain/access/me.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { MeType } from './me-type.js';

@ObjectType('MePayload', { description: 'The outcome of a change of who or where one is.' })
export class MePayload {
  constructor(private readonly outcome: Result<Me, readonly UserError[]>) {}

  @Field(() => MeType, { nullable: true, description: 'Who one is after it; null if refused.' })
  get me(): MeType | null {
    return this.outcome.ok ? new MeType(this.outcome.value) : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
