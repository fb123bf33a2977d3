import { Field, Int, ObjectType } from 'type-graphql';
import type { Instant } from '../../domain/time/instant.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@ObjectType('Job', {
  description:
    'A recurring job: budget-check, dayparting, daily-reset, monthly-reset, spend-simulation.',
})
export class JobType {
  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => String, { description: 'Its cron expression or interval, with its zone.' })
  readonly schedule!: string;

  @Field(() => Boolean, { description: 'Whether it runs by itself here.' })
  readonly enabled!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last started.' })
  readonly lastStartedAt!: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last ended.' })
  readonly lastFinishedAt!: Instant | null;

  @Field(() => Int, { nullable: true, description: 'How long that took.' })
  readonly lastDurationMs!: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it runs next.' })
  readonly nextRunAt!: Instant | null;

  @Field(() => Int, { description: 'How often it has failed.' })
  readonly failureCount!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it last failed; null if the last run succeeded.',
  })
  readonly lastError!: string | null;
}

/** Anything with a job's fields. */
export type Job = Pick<JobType, keyof JobType>;
