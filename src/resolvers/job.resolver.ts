import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type Job, JobType } from '../schema/job/job-type.js';
import { RunJobPayload } from '../schema/job/run-job-payload.js';
import { listJobs } from '../services/jobs/list-jobs.js';
import { runJob } from '../services/jobs/run-job.js';
import type { GraphContext } from './context.js';

@Resolver()
export class JobResolver {
  @Query(() => [JobType], { description: 'The recurring jobs.' })
  async jobs(@Ctx() { kernel, caller }: GraphContext): Promise<readonly Job[]> {
    return listJobs(kernel, caller);
  }

  @Mutation(() => RunJobPayload, { description: 'Runs a job now, to its end.' })
  async runJob(
    @Arg('name', () => String, { description: 'Its name, as `jobs` lists it.' }) name: string,
    @Ctx() { kernel, caller }: GraphContext,
  ): Promise<RunJobPayload> {
    return new RunJobPayload(await runJob(kernel, caller, name));
  }
}
