import { Field, ID, InputType, Int } from 'type-graphql';
import { DaypartingWindowInput } from './dayparting-window-input.js';

@InputType('SetDaypartingScheduleInput', { description: 'A whole new schedule.' })
export class SetDaypartingScheduleInput {
  @Field(() => ID, { description: 'Which campaign.' })
  readonly campaignId!: string;

  @Field(() => Int, { nullable: true, description: 'The version that was read.' })
  readonly version?: number | null;

  @Field(() => [DaypartingWindowInput], { description: 'At most 100; none: always.' })
  readonly windows!: readonly DaypartingWindowInput[];
}
