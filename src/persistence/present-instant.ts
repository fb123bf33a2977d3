import type { Instant } from '../domain/time/instant.js';
import type { Clock } from '../platform/clock.js';
import type { TestClock } from '../platform/test-clock.js';
import { readTestClock } from './queries/test-clock.js';
import type { Sql } from './unit-of-work.js';

/** What a process tells the time by. */
export interface Clocks {
  readonly clock: Clock;
  /** The clock again where it is the test clock; null in real time. */
  readonly testClock: TestClock | null;
}

/**
 * What time it is. A test clock is first brought up to what the database keeps, since another
 * process may have moved it: one small read, nothing at all in real time.
 */
export async function presentInstant({ clock, testClock }: Clocks, sql: Sql): Promise<Instant> {
  if (testClock) {
    const kept = await readTestClock(sql);
    if (kept !== null) testClock.moveTo(kept);
  }
  return clock.now();
}
