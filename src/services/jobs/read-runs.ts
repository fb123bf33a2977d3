import { type JobRun, readJobRuns } from '../../persistence/queries/job-runs.js';
import type { Kernel } from '../kernel.js';

export type { JobRun } from '../../persistence/queries/job-runs.js';

/** How the last run of each job went, by name; a job that has never run is absent. */
export async function readRuns({
  database,
}: Pick<Kernel, 'database'>): Promise<ReadonlyMap<string, JobRun>> {
  const runs = await readJobRuns(database.everywhere);
  return new Map(runs.map((run) => [run.name, run]));
}
