import { Field, InputType } from 'type-graphql';
import type { Direction } from '../../domain/paging/page.js';
import { describedEnum } from '../described-enum.js';
import { DirectionEnum } from '../paging/direction-enum.js';

/** What ledger rows are ordered by. */
export type SpendEntryOrderField = 'RECORDED_AT' | 'OCCURRED_AT';

const SpendEntryOrderFieldEnum = describedEnum<SpendEntryOrderField>({
  name: 'SpendEntryOrderField',
  description: 'What ledger rows are ordered by.',
  values: {
    RECORDED_AT: 'When they were recorded.',
    OCCURRED_AT: 'When the spend occurred; a refund stands with its spend.',
  },
});

@InputType('SpendEntryOrder', { description: 'An order of ledger rows.' })
export class SpendEntryOrderInput {
  @Field(() => SpendEntryOrderFieldEnum, { description: 'By what.' })
  readonly field!: SpendEntryOrderField;

  @Field(() => DirectionEnum, { description: 'Which end first.' })
  readonly direction!: Direction;
}
