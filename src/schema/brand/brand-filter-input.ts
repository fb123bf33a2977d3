import { Field, InputType } from 'type-graphql';
import type { BrandStatus } from '../../domain/brand/brand.js';
import { CurrencyScalar } from '../scalars/currency-scalar.js';
import { BrandStatusEnum } from './brand-status-enum.js';

@InputType('BrandFilter', { description: 'Which brands. All that is given must hold.' })
export class BrandFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or externalId, in any case.',
  })
  readonly search?: string | null;

  @Field(() => [BrandStatusEnum], { nullable: true, description: 'One of these.' })
  readonly status?: readonly BrandStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'One of these.' })
  readonly externalId?: readonly string[] | null;

  @Field(() => [CurrencyScalar], { nullable: true, description: 'Its money is one of these.' })
  readonly currency?: readonly string[] | null;
}
