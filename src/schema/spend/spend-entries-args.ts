import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../paging/page-args.js';
import { SpendEntryFilterInput } from './spend-entry-filter-input.js';
import { SpendEntryOrderInput } from './spend-entry-order-input.js';

@ArgsType()
export class SpendEntriesArgs extends PageArgs {
  @Field(() => SpendEntryFilterInput, {
    nullable: true,
    description: 'Which ledger rows; absent: all.',
  })
  readonly filter?: SpendEntryFilterInput | null;

  @Field(() => SpendEntryOrderInput, {
    nullable: true,
    description: 'In which order; absent: those recorded last first.',
  })
  readonly orderBy?: SpendEntryOrderInput | null;
}
