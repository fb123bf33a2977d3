import { Field, ObjectType } from 'type-graphql';
import type { UserError } from '../../domain/errors.js';
import type { Result } from '../../domain/result.js';
import { UserErrorType } from '../user-error/user-error-type.js';
import { type Job, JobType } from './job-type.js';

@ObjectType('RunJobPayload', { description: 'The outcome of running a job.' })
export class RunJobPayload {
  constructor(private readonly outcome: Result<Job, readonly UserError[]>) {}

  @Field(() => JobType, { nullable: true, description: 'The job after the run.' })
  get job(): Job | null {
    return this.outcome.ok ? this.outcome.value : null;
  }

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  get userErrors(): readonly UserError[] {
    return this.outcome.ok ? [] : this.outcome.error;
  }
}
