import { readTestClock } from '../../persistence/queries/test-clock.js';
import type { Kernel } from '../kernel.js';

/**
 * Lets this process show what the test clock of all processes shows: one small read under TEST_CLOCK,
 * nothing at all in real time.
 */
export async function refreshTestClock({
  database,
  testClock,
}: Pick<Kernel, 'database' | 'testClock'>): Promise<void> {
  if (testClock === null) return;
  const kept = await readTestClock(database);
  if (kept !== null) testClock.moveTo(kept);
}
