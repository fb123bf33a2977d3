import { Field, ObjectType } from 'type-graphql';
import { UserErrorType } from '../user-error/user-error-type.js';
import { JobType } from './job-type.js';

@ObjectType('RunJobPayload', { description: 'The outcome of running a job.' })
export class RunJobPayload {
  @Field(() => JobType, { nullable: true, description: 'The job after the run.' })
  readonly job!: JobType | null;

  @Field(() => [UserErrorType], { description: 'Why it was refused.' })
  readonly userErrors!: readonly UserErrorType[];
}
