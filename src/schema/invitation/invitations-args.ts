import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../paging/page-args.js';
import { InvitationFilterInput } from './invitation-filter-input.js';
import { InvitationOrderInput } from './invitation-order-input.js';

@ArgsType()
export class InvitationsArgs extends PageArgs {
  @Field(() => InvitationFilterInput, {
    nullable: true,
    description: 'Which invitations; absent: all.',
  })
  readonly filter?: InvitationFilterInput | null;

  @Field(() => InvitationOrderInput, {
    nullable: true,
    description: 'In which order; absent: the newest first.',
  })
  readonly orderBy?: InvitationOrderInput | null;
}
