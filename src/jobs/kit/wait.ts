import { setTimeout as delay } from 'node:timers/promises';

/** Waits so long, or until the signal is aborted; never throws and keeps no process alive. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal, ref: false }).catch(() => undefined);
}

/** Waits for something that has a bound: says whether it came in time. It is not cancelled. */
export async function settlesWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const done = new AbortController();
  const inTime = work.then(
    () => true,
    () => true,
  );
  const tooLate = delay(ms, false, { signal: done.signal }).catch(() => false);
  try {
    return await Promise.race([inTime, tooLate]);
  } finally {
    done.abort();
  }
}
