import { afterEach } from '@jest/globals';
import { IdFactory } from '../../src/domain/ids.js';
import { createLive } from '../../src/events/live.js';
import { createJobs, type Jobs, type JobSettings } from '../../src/jobs/create-jobs.js';
import { Database } from '../../src/persistence/database.js';
import type { Clock } from '../../src/platform/clock.js';
import { idSources } from '../../src/platform/id-sources.js';
import { createLogger, type LogLevel } from '../../src/platform/logger.js';
import type { TestClock } from '../../src/platform/test-clock.js';
import { auditRecorder } from '../../src/services/audit/audit-recorder.js';
import type { Kernel } from '../../src/services/kernel.js';
import { SpendQueue } from '../../src/services/spend/spend-queue.js';
import { LONELY_BUS } from './lonely-bus.js';
import type { World } from './world.js';

/** How a process differs from the world's own. */
export interface ProcessDetails {
  readonly clock?: Clock;
  readonly testClock?: TestClock;
  /** Called after each commit that somebody may be watching. */
  readonly announce?: () => void;
  readonly logLevel?: LogLevel;
  readonly jobs?: Partial<JobSettings>;
}

/** A process on the world's database: with a pool, ids and jobs of its own. */
export interface Process {
  readonly kernel: Kernel;
  readonly jobs: Jobs;
}

/** Looks after jobs fast, so that a test need not wait, and leaves no long timer behind. */
export const FAST_PACE = { processEveryMs: 50, lockLifetimeMs: 1_000, watchEveryMs: 50 };

const MAX_CONNECTIONS = 6;

/** Starts processes on the world's database; those of a test end with it. */
export function useProcesses(world: World): (details?: ProcessDetails) => Promise<Process> {
  const endings: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).toReversed()) await end();
  });
  return async (details = {}) => {
    const { kernel, jobs } = await open(world, details);
    endings.push(
      () => kernel.database.close(),
      () => jobs.stop(),
    );
    return { kernel, jobs };
  };
}

async function open(world: World, details: ProcessDetails): Promise<Process> {
  const log = createLogger({ level: details.logLevel ?? 'error' });
  const { connectionString: url = '' } = world.kernel.database.pool.options;
  const database = await Database.open({ url, maxConnections: MAX_CONNECTIONS, log });
  const clock = details.testClock ?? details.clock ?? world.kernel.clock;
  const live = createLive({ database, clock, bus: LONELY_BUS, log });
  const testClock = details.testClock ?? null;
  const clocks = { clock, testClock, ids: new IdFactory(idSources()) };
  const books = {
    database,
    ...clocks,
    live: details.announce ? { ...live, announce: details.announce } : live,
    audit: auditRecorder(clocks),
  };
  const { credentials, publicUrl, signInOptions } = world.kernel;
  const access = { credentials, publicUrl, signInOptions };
  const parts = { ...books, ...access, spendQueue: new SpendQueue(books), log };
  const jobs = createJobs(parts, {
    isWorker: true,
    demo: false,
    mongoUrl: null,
    pace: FAST_PACE,
    ...details.jobs,
  });
  return { kernel: { ...parts, jobs: jobs.board }, jobs };
}
