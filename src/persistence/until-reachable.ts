import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../platform/logger.js';
import { isDatabaseGone } from './availability.js';

const PAUSE_MS = 500;

export interface Patience {
  readonly log: Logger;
  /** Ends the waiting: what it aborts with is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs `work` again until the database can be reached. Other failures are thrown at once. */
export async function untilReachable<T>(
  { log, signal }: Patience,
  work: () => Promise<T>,
): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseGone(error)) throw error;
      log.warn({ err: error }, 'waiting for the database');
      await sleep(PAUSE_MS, undefined, { signal });
    }
  }
}
