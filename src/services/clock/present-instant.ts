import type { Instant } from '../../domain/time/instant.js';
import { readTestClock } from '../../persistence/queries/test-clock.js';
import type { Sql } from '../../persistence/unit-of-work.js';
import type { BookKernel } from '../kernel.js';

/**
 * What time it is. A test clock is first brought up to what the database keeps, since another
 * process may have moved it.
 */
export async function presentInstant(
  { clock, testClock }: Pick<BookKernel, 'clock' | 'testClock'>,
  sql: Sql,
): Promise<Instant> {
  if (testClock) {
    const kept = await readTestClock(sql);
    if (kept !== null) testClock.moveTo(kept);
  }
  return clock.now();
}
