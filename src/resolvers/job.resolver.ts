import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Caller } from '../domain/access/caller.js';
import { type Job, JobType } from '../schema/job/job-type.js';
import { RunJobPayload } from '../schema/job/run-job-payload.js';
import { listJobs } from '../services/jobs/list-jobs.js';
import { runJob } from '../services/jobs/run-job.js';
import { Access } from './access.js';
import { By } from './by.js';
import type { GraphContext } from './context.js';

@Resolver()
export class JobResolver {
  @Access('job:read')
  @Query(() => [JobType], { description: 'The recurring jobs.' })
  async jobs(@Ctx() { kernel, caller }: GraphContext): Promise<readonly Job[]> {
    return listJobs(kernel, caller);
  }

  @Access('job:run')
  @Mutation(() => RunJobPayload, { description: 'Runs a job now, to its end.' })
  async runJob(
    @Arg('name', () => String, { description: 'Its name, as `jobs` lists it.' }) name: string,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<RunJobPayload> {
    return new RunJobPayload(await runJob(kernel, caller, name));
  }
}
