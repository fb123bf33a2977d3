import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../paging/page-args.js';
import { MemberFilterInput } from './member-filter-input.js';
import { MemberOrderInput } from './member-order-input.js';

@ArgsType()
export class MembersArgs extends PageArgs {
  @Field(() => MemberFilterInput, { nullable: true, description: 'Which members; absent: all.' })
  readonly filter?: MemberFilterInput | null;

  @Field(() => MemberOrderInput, {
    nullable: true,
    description: 'In which order; absent: those who joined last first.',
  })
  readonly orderBy?: MemberOrderInput | null;
}
