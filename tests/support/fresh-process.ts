import type { Database } from '../../src/persistence/database.js';
import { KnownRows } from '../../src/persistence/known-rows.js';
import type { Kernel } from '../../src/services/kernel.js';
import { SpendQueue } from '../../src/services/spend/spend-queue.js';

/** The kernel of another process on the same database, which has no rows in mind yet. */
export function freshProcess(kernel: Kernel): Kernel {
  const database = Object.create(kernel.database, {
    known: { value: new KnownRows() },
  }) as Database;
  const parts = { ...kernel, database };
  return { ...parts, spendQueue: new SpendQueue(parts) };
}
