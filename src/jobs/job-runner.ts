import { UnavailableError } from '../domain/errors.js';
import { CheckRound } from '../services/budgets/check-budgets.js';
import { trackRun } from '../services/jobs/track-run.js';
import type { Kernel } from '../services/kernel.js';
import type { JobDefinition } from './kit/job-definition.js';

/** How many runs of one job may be under way or waiting in this process. */
const MAX_RUNS_OF_ONE = 10;
const RETRY_AFTER_SECONDS = 5;

/** Runs jobs in this process, one run of each at a time, whoever asks for it. */
export class JobRunner {
  private readonly stopping = new AbortController();
  private readonly round = new CheckRound();
  private readonly runs = new Map<string, number>();

  constructor(
    private readonly kernel: Kernel,
    private readonly seed: string,
  ) {}

  /**
   * Runs a job to its end, after any other run of it. How it went is kept; a failure of the job is
   * not thrown. Throws UnavailableError if too many runs wait or another takes too long.
   */
  async run({ name, run }: JobDefinition): Promise<void> {
    const runs = this.runs.get(name) ?? 0;
    if (runs >= MAX_RUNS_OF_ONE) {
      throw new UnavailableError(`Too many runs of ${name} are waiting.`, RETRY_AFTER_SECONDS);
    }
    this.runs.set(name, runs + 1);
    const { kernel, round, seed } = this;
    const context = { kernel, round, seed, signal: this.stopping.signal };
    try {
      await trackRun(kernel, name, () => run(context));
    } finally {
      this.runs.set(name, (this.runs.get(name) ?? 1) - 1);
    }
  }

  /** Asks the runs that are under way to end soon. */
  stop(): void {
    this.stopping.abort();
  }
}
