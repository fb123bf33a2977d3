import { UnavailableError } from '../domain/errors.js';
import { Backoff } from './backoff.js';
import type { Timer } from './timer.js';

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 1_000;

/** What a retry needs: a timer, and to be told when nobody wants the answer any more. */
export interface Patience {
  readonly timer: Timer;
  readonly stopped: AbortSignal;
}

/** Does `work` again while the database cannot be reached. Throws its last error once stopped. */
export async function untilAvailable<T>(
  { timer, stopped }: Patience,
  work: () => Promise<T>,
): Promise<T> {
  const backoff = new Backoff(FIRST_RETRY_MS, LAST_RETRY_MS);
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      if (!stopped.aborted) await pause(timer, backoff.next());
      if (stopped.aborted) throw error;
    }
  }
}

/** Resolves after `delayMs`. */
export function pause(timer: Timer, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    timer.after(delayMs, resolve);
  });
}
