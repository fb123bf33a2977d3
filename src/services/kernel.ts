import type { IdFactory } from '../domain/ids.js';
import type { Live } from '../events/live.js';
import type { Database } from '../persistence/database.js';
import type { Clock } from '../platform/clock.js';
import type { Logger } from '../platform/logger.js';
import type { TestClock } from '../platform/test-clock.js';
import type { JobBoard } from './jobs/job-board.js';
import type { SpendQueue } from './spend/spend-queue.js';

/** What every service works with; put together once, in the composition root. */
export interface Kernel {
  readonly database: Database;
  readonly clock: Clock;
  /** The clock again where it is the test clock; null in real time. */
  readonly testClock: TestClock | null;
  readonly ids: IdFactory;
  readonly live: Live;
  readonly spendQueue: SpendQueue;
  readonly jobs: JobBoard;
  readonly log: Logger;
}

/** The part of the kernel that writing books needs; of live delivery only that it is told. */
export type BookKernel = Pick<Kernel, 'database' | 'clock' | 'testClock' | 'ids'> & {
  readonly live: Pick<Live, 'announce'>;
};
