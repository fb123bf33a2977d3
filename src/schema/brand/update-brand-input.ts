import { Field, ID, InputType, Int } from 'type-graphql';
import type { BrandStatus } from '../../domain/brand/brand.js';
import { DecimalScalar } from '../scalars/decimal-scalar.js';
import { TimeZoneScalar } from '../scalars/time-zone-scalar.js';
import { BrandStatusEnum } from './brand-status-enum.js';

@InputType('UpdateBrandInput', {
  description: 'A change of a brand. Absent: unchanged. Null: cleared (budgets, externalId).',
})
export class UpdateBrandInput {
  @Field(() => ID, { description: 'Which brand.' })
  readonly id!: string;

  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  readonly version?: number | null;

  @Field(() => String, { nullable: true, description: '1 to 200 characters.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: "The caller's own key." })
  readonly externalId?: string | null;

  @Field(() => TimeZoneScalar, {
    nullable: true,
    description: 'Its zone: holds at once; no day is lost or counted twice.',
  })
  readonly timeZone?: string | null;

  @Field(() => BrandStatusEnum, { nullable: true, description: 'What is asked of it.' })
  readonly status?: BrandStatus | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Cap of a day.' })
  readonly dailyBudget?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Cap of a month.' })
  readonly monthlyBudget?: string | null;
}
