import type { JobReport } from './job-report.js';

/** The recurring jobs as services see them; the jobs layer provides it. */
export interface JobBoard {
  /** Every job with its last run, in the order of the schedule. */
  list(): Promise<readonly JobReport[]>;
  /** Runs a job now, after any run of it that is going on here; null if no job has this name. */
  run(name: string): Promise<JobReport | null>;
}
