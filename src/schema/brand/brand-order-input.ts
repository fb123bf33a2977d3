import { Field, InputType } from 'type-graphql';
import type { Direction } from '../../domain/paging/page.js';
import { describedEnum } from '../described-enum.js';
import { DirectionEnum } from '../paging/direction-enum.js';

/** What brands are ordered by. */
export type BrandOrderField = 'CREATED_AT' | 'NAME' | 'UTILIZATION' | 'SPENT_TODAY';

const BrandOrderFieldEnum = describedEnum<BrandOrderField>({
  name: 'BrandOrderField',
  description: 'What brands are ordered by.',
  values: {
    CREATED_AT: 'When they were created.',
    NAME: 'Their names.',
    UTILIZATION: "Today's utilization of their own cap; those without one last.",
    SPENT_TODAY: 'What they spent today, as a number, whatever the currency.',
  },
});

@InputType('BrandOrder', { description: 'An order of brands.' })
export class BrandOrderInput {
  @Field(() => BrandOrderFieldEnum, { description: 'By what.' })
  readonly field!: BrandOrderField;

  @Field(() => DirectionEnum, { description: 'Which end first.' })
  readonly direction!: Direction;
}
