import { Field, InputType } from 'type-graphql';
import type { DayOfWeek } from '../../domain/schedule/window.js';
import { LocalTimeScalar } from '../scalars/local-time-scalar.js';
import { DayOfWeekEnum } from './day-of-week-enum.js';

@InputType('DaypartingWindowInput', { description: 'A window of a schedule.' })
export class DaypartingWindowInput {
  @Field(() => [DayOfWeekEnum], { description: 'The days on which it starts, at least one.' })
  readonly days!: readonly DayOfWeek[];

  @Field(() => LocalTimeScalar, { description: 'When it opens, 00:00 to 23:59.' })
  readonly start!: number;

  @Field(() => LocalTimeScalar, {
    description: 'When it closes; before `start`: on the next day.',
  })
  readonly end!: number;
}
