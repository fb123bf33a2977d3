import { Arg, Field, Int, ObjectType } from 'type-graphql';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { type SpendOutcome, SpendOutcomeEnum } from './spend-outcome-enum.js';
import { type SpendResult, SpendResultType } from './spend-result-type.js';

@ObjectType('RecordSpendBatchPayload', { description: 'The outcome of a batch.' })
export class RecordSpendBatchPayload {
  constructor(private readonly outcome: Result<readonly SpendResult[], readonly UserError[]>) {}

  @Field(() => Int, { description: 'How many were recorded.' })
  get recorded(): number {
    return this.results(['RECORDED']).length;
  }

  @Field(() => Int, { description: 'How many had been recorded before.' })
  get duplicates(): number {
    return this.results(['DUPLICATE']).length;
  }

  @Field(() => Int, { description: 'How many were refused.' })
  get rejected(): number {
    return this.results(['REJECTED']).length;
  }

  @Field(() => [SpendResultType], {
    description: 'One for each entry, in order; with `only`, those outcomes alone.',
  })
  results(
    @Arg('only', () => [SpendOutcomeEnum], {
      nullable: true,
      description: 'Answer these outcomes alone; absent: all.',
    })
    only?: readonly SpendOutcome[] | null,
  ): readonly SpendResult[] {
    const all = this.outcome.ok ? this.outcome.value : [];
    return only ? all.filter(({ outcome }) => only.includes(outcome)) : all;
  }

  @Field(() => [UserErrorType], { description: 'Why the whole batch was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
