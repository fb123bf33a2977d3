import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `work` is done, but no longer than `limitMs`. Throws what `work` throws in that time. */
export async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, sleep(limitMs, undefined, { ref: false })]);
}
