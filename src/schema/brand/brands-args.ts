import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../paging/page-args.js';
import { BrandFilterInput } from './brand-filter-input.js';
import { BrandOrderInput } from './brand-order-input.js';

@ArgsType()
export class BrandsArgs extends PageArgs {
  @Field(() => BrandFilterInput, { nullable: true, description: 'Which brands; absent: all.' })
  readonly filter?: BrandFilterInput | null;

  @Field(() => BrandOrderInput, {
    nullable: true,
    description: 'In which order; absent: the newest first.',
  })
  readonly orderBy?: BrandOrderInput | null;
}
