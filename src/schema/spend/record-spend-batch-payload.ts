import { Arg, Field, ID, Int, ObjectType } from 'type-graphql';
import { UserErrorType } from '../user-error/user-error-type.js';
import { type SpendOutcome, SpendOutcomeEnum } from './spend-outcome-enum.js';

@ObjectType('SpendResult', { description: 'One entry of a batch.' })
export class SpendResultType {
  @Field(() => Int, { description: 'Its place in the request, from 0.', simple: true })
  readonly index!: number;

  @Field(() => SpendOutcomeEnum, { description: 'What became of it.', simple: true })
  readonly outcome!: SpendOutcome;

  @Field(() => ID, {
    nullable: true,
    description: 'Its ledger row; null if refused.',
    simple: true,
  })
  readonly entryId!: string | null;

  @Field(() => [UserErrorType], { description: 'Why it was refused.', simple: true })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('RecordSpendBatchPayload', { description: 'The outcome of a batch.' })
export class RecordSpendBatchPayload {
  constructor(
    private readonly all: readonly SpendResultType[],
    private readonly refusal: readonly UserErrorType[],
  ) {}

  @Field(() => Int, { description: 'How many were recorded.' })
  get recorded(): number {
    return this.count('RECORDED');
  }

  @Field(() => Int, { description: 'How many had been recorded before.' })
  get duplicates(): number {
    return this.count('DUPLICATE');
  }

  @Field(() => Int, { description: 'How many were refused.' })
  get rejected(): number {
    return this.count('REJECTED');
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
  ): readonly SpendResultType[] {
    return only ? this.all.filter(({ outcome }) => only.includes(outcome)) : this.all;
  }

  @Field(() => [UserErrorType], { description: 'Why the whole batch was refused.' })
  get userErrors(): readonly UserErrorType[] {
    return this.refusal;
  }

  private count(outcome: SpendOutcome): number {
    return this.all.filter((result) => result.outcome === outcome).length;
  }
}
