import type { CheckRound } from '../../services/budgets/check-budgets.js';
import type { Kernel } from '../../services/kernel.js';
import type { JobSchedule } from './job-schedule.js';

/** What a job's run is given. */
export interface JobContext {
  readonly kernel: Kernel;
  /** Where this process's round of checks stands. */
  readonly round: CheckRound;
  /** What the simulation's amounts follow from. */
  readonly seed: string;
  /** Aborted when the process stops: a long run ends at its next convenient point. */
  readonly signal: AbortSignal;
}

/**
 * A recurring job. It is a trigger: it may run late, twice, or in several processes at once, and its
 * effects must be right all the same.
 */
export interface JobDefinition {
  readonly name: string;
  readonly schedule: JobSchedule;
  /** What it is for, for people. */
  readonly description: string;
  /** `DEMO`: by itself it runs only where the demo is on. */
  readonly runs: 'ALWAYS' | 'DEMO';
  /** Runs it to its end; what it throws is kept as the failure of the run. */
  readonly run: (context: JobContext) => Promise<void>;
  /** The same where its schedule runs it, if that is something else. */
  readonly runScheduled?: (context: JobContext) => Promise<void>;
}
