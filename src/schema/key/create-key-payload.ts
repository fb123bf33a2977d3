import { Field, ObjectType } from 'type-graphql';
import type { ApiKey } from '../../domain/access/api-key.js';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { KeyType } from './key-type.js';

/** What was made. */
interface Made {
  readonly key: ApiKey;
  readonly token: string;
}

@ObjectType('CreateKeyPayload', { description: 'The outcome of making a key.' })
export class CreateKeyPayload {
  constructor(private readonly outcome: Result<Made, readonly UserError[]>) {}

  @Field(() => KeyType, { nullable: true, description: 'The key; null if refused.' })
  get key(): KeyType | null {
    return this.outcome.ok ? new KeyType(this.outcome.value.key) : null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What is sent as `Authorization: Bearer`; kept nowhere and not shown again.',
  })
  get token(): string | null {
    return this.outcome.ok ? this.outcome.value.token : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
