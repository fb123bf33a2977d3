import { Field, InputType } from 'type-graphql';
import type { Direction } from '../../domain/paging/page.js';
import { describedEnum } from '../described-enum.js';
import { DirectionEnum } from '../paging/direction-enum.js';

/** What campaigns are ordered by. */
export type CampaignOrderField = 'CREATED_AT' | 'NAME' | 'UTILIZATION' | 'SPENT_TODAY';

const CampaignOrderFieldEnum = describedEnum<CampaignOrderField>({
  name: 'CampaignOrderField',
  description: 'What campaigns are ordered by.',
  values: {
    CREATED_AT: 'When they were created.',
    NAME: 'Their names.',
    UTILIZATION: "Today's utilization; those without a cap last.",
    SPENT_TODAY: 'What they spent today.',
  },
});

@InputType('CampaignOrder', { description: 'An order of campaigns.' })
export class CampaignOrderInput {
  @Field(() => CampaignOrderFieldEnum, { description: 'By what.' })
  readonly field!: CampaignOrderField;

  @Field(() => DirectionEnum, { description: 'Which end first.' })
  readonly direction!: Direction;
}
