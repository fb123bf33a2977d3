import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../paging/page-args.js';
import { StatusChangeFilterInput } from './status-change-filter-input.js';

@ArgsType()
export class StatusChangesArgs extends PageArgs {
  @Field(() => StatusChangeFilterInput, {
    nullable: true,
    description: 'Which status changes; absent: all.',
  })
  readonly filter?: StatusChangeFilterInput | null;
}
