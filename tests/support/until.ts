import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 5;

/** Returns as soon as a condition holds; the test's own timeout bounds the waiting. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(PAUSE_MS);
}
