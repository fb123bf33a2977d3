import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Kernel } from '../kernel.js';
import type { JobReport } from './job-report.js';

/** Every recurring job with its schedule and its last run, in the order of the schedule. */
export function listJobs(kernel: Kernel, caller: Caller): Promise<readonly JobReport[]> {
  authorize(caller, 'job:read');
  return kernel.jobs.list();
}
