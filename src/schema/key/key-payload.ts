import { Field, ObjectType } from 'type-graphql';
import type { ApiKey } from '../../domain/access/api-key.js';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { KeyType } from './key-type.js';

@ObjectType('KeyPayload', { description: 'The outcome of a change of a key.' })
export class KeyPayload {
  constructor(private readonly outcome: Result<ApiKey, readonly UserError[]>) {}

  @Field(() => KeyType, { nullable: true, description: 'The key after it; null if refused.' })
  get key(): KeyType | null {
    return this.outcome.ok ? new KeyType(this.outcome.value) : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
