import { Field, ObjectType } from 'type-graphql';
import type { BrandSnapshot } from '../../domain/brand/brand.js';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { BrandType } from './brand-type.js';

@ObjectType('BrandPayload', { description: 'The outcome of a change of a brand.' })
export class BrandPayload {
  constructor(private readonly outcome: Result<BrandSnapshot, readonly UserError[]>) {}

  @Field(() => BrandType, { nullable: true, description: 'The brand after it; null if refused.' })
  get brand(): BrandType | null {
    return this.outcome.ok ? new BrandType(this.outcome.value) : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
