import { Field, ObjectType } from 'type-graphql';
import type { DayOfWeek, DaypartingWindow } from '../../domain/schedule/window.js';
import { LocalTimeScalar } from '../scalars/local-time-scalar.js';
import { DayOfWeekEnum } from './day-of-week-enum.js';

@ObjectType('DaypartingWindow', {
  description: '[start, end) of local wall time on each of the days.',
})
export class DaypartingWindowType {
  constructor(private readonly window: DaypartingWindow) {}

  @Field(() => [DayOfWeekEnum], { description: 'The days on which it starts, in week order.' })
  get days(): readonly DayOfWeek[] {
    return this.window.days;
  }

  @Field(() => LocalTimeScalar, { description: 'When it opens.' })
  get start(): number {
    return this.window.startMinute;
  }

  @Field(() => LocalTimeScalar, {
    description: 'When it closes; before `start`: on the next day; 24:00: the end of the day.',
  })
  get end(): number {
    return this.window.endMinute;
  }
}
