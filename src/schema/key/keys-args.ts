import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../paging/page-args.js';
import { KeyFilterInput } from './key-filter-input.js';
import { KeyOrderInput } from './key-order-input.js';

@ArgsType()
export class KeysArgs extends PageArgs {
  @Field(() => KeyFilterInput, { nullable: true, description: 'Which keys; absent: all.' })
  readonly filter?: KeyFilterInput | null;

  @Field(() => KeyOrderInput, {
    nullable: true,
    description: 'In which order; absent: the newest first.',
  })
  readonly orderBy?: KeyOrderInput | null;
}
