import { statement } from './statement.js';
import type { UnitOfWork } from './unit-of-work.js';

const COMMIT_LAZILY = statement(`select set_config('synchronous_commit', 'off', true)`);

/**
 * Lets this transaction commit without waiting for the disk. It is on the disk before any later
 * commit that does wait; if the database dies before that, both are as if they had not been.
 */
export async function commitLazily(unit: UnitOfWork): Promise<void> {
  await unit.rows(COMMIT_LAZILY);
}
