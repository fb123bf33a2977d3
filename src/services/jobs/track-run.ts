import { InputError, InvariantError, UnavailableError } from '../../domain/errors.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { writeJobEnd, writeJobStart } from '../../persistence/queries/job-runs.js';
import { sqlStateOf } from '../../persistence/retry.js';
import { withSessionLock } from '../../persistence/session-lock.js';
import { activity } from '../../platform/activity.js';
import { monotonicMs } from '../../platform/monotonic.js';
import type { Kernel } from '../kernel.js';

/** How long a run waits for another run of the same job, here or in another process. */
const MAX_WAIT_MS = 30_000;

/**
 * Runs a job's work to its end and keeps how it went. Of two runs of one job, in any processes, the
 * second waits for the first. A failure of the work is kept and logged, not thrown; throws
 * UnavailableError if another run takes too long or the database cannot be reached.
 */
export function trackRun(
  kernel: Pick<Kernel, 'database' | 'clock' | 'testClock' | 'log'>,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  const { database, clock, log } = kernel;
  return withSessionLock(database, { name, maxWaitMs: MAX_WAIT_MS }, async () => {
    const begin = monotonicMs();
    const { everywhere } = database;
    await writeJobStart(everywhere, name, await presentInstant(kernel, everywhere));
    const failure = await failureOf(work);
    const durationMs = monotonicMs() - begin;
    activity.jobRuns.add(name);
    if (failure) {
      activity.jobFailures.add(name);
      log.error({ err: failure.error, job: name }, 'a job failed');
    }
    const error = failure && messageOf(failure.error);
    await writeJobEnd(everywhere, name, { at: clock.now(), durationMs, error });
  });
}

async function failureOf(work: () => Promise<void>): Promise<{ error: unknown } | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return { error };
  }
}

/** What may be shown to clients: our own words, or a code; never SQL or a file's name. */
function messageOf(error: unknown): string {
  const isOurs = error instanceof UnavailableError || error instanceof InputError;
  if (isOurs || error instanceof InvariantError) return error.message;
  const code = sqlStateOf(error);
  return `It failed unexpectedly${code === undefined ? '' : ` (${code})`}; the log says more.`;
}
