import { authorize, type Caller } from '../../domain/access/caller.js';
import { userError } from '../../domain/errors.js';
import { err, ok } from '../../domain/result.js';
import type { Kernel } from '../kernel.js';
import type { Outcome } from '../outcome.js';
import type { JobReport } from './job-report.js';

/**
 * Runs a job now, in this process and to its end, after any other run of it. A job that fails answers
 * with `lastError`. NOT_FOUND on `name` if there is no such job; throws UnavailableError if another
 * run takes too long.
 */
export async function runJob(
  kernel: Kernel,
  caller: Caller,
  name: string,
): Promise<Outcome<JobReport>> {
  authorize(caller, 'job:run');
  const report = await kernel.jobs.run(name);
  if (report === null) return err([userError(['name'], 'NOT_FOUND', 'No job has this name.')]);
  const { lastError, lastDurationMs } = report;
  await kernel.database.within(caller).write((unit) =>
    kernel.audit(unit, caller, [
      {
        action: 'job.run',
        object: { kind: 'job', id: name },
        before: null,
        after: { lastError, lastDurationMs },
      },
    ]),
  );
  return ok(report);
}
