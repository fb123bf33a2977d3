import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { UserError } from '../../domain/errors.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { type SpendOutcome, SpendOutcomeEnum } from './spend-outcome-enum.js';

/** What became of one entry of a batch. */
export interface SpendResult {
  readonly index: number;
  readonly outcome: SpendOutcome;
  readonly entryId: string | null;
  readonly userErrors: readonly UserError[];
}

/** A batch has thousands of these, so their fields go without a resolver. */
@ObjectType('SpendResult', { description: 'One entry of a batch.', simpleResolvers: true })
export class SpendResultType implements SpendResult {
  @Field(() => Int, { description: 'Its place in the request, from 0.' })
  readonly index!: number;

  @Field(() => SpendOutcomeEnum, { description: 'What became of it.' })
  readonly outcome!: SpendOutcome;

  @Field(() => ID, { nullable: true, description: 'Its ledger row; null if refused.' })
  readonly entryId!: string | null;

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  readonly userErrors!: readonly UserError[];
}
