import {
  compareCounters,
  type CounterDifference,
} from '../../persistence/queries/compare-counters.js';
import { countLedger } from '../../persistence/queries/count-ledger.js';
import {
  findRunningOverCap,
  type RunningOverCap,
} from '../../persistence/queries/running-over-cap.js';
import type { Sample } from '../../persistence/queries/sample.js';
import {
  findUnsoundEntries,
  type UnsoundEntry,
} from '../../persistence/queries/unsound-entries.js';
import {
  findUnsoundOffsets,
  type UnsoundOffset,
} from '../../persistence/queries/unsound-offsets.js';
import type { BookKernel } from '../kernel.js';
import { UNWATCHED, type Watcher } from '../progress.js';

/** What does not fit together; of each kind a bounded number of examples and the whole number. */
export interface VerifyReport {
  /** How many ledger rows and counters there are. */
  readonly entries: number;
  readonly counters: number;
  /** All that was found, 0 if everything is right. */
  readonly differences: number;
  /** Counters that are not the ledger's sum. */
  readonly wrongCounters: Sample<CounterDifference>;
  readonly unsoundOffsets: Sample<UnsoundOffset>;
  readonly unsoundEntries: Sample<UnsoundEntry>;
  readonly runningOverCap: Sample<RunningOverCap>;
}

/** How many examples of each kind are given. */
export const MAX_EXAMPLES = 100;
const STEPS = 5;
/**
 * What reads whole tables may take its time and some memory, and joins them by hashing: the planner
 * would do otherwise as long as it takes them for small.
 */
const FOR_WHOLE_TABLES = [
  'statement_timeout = 0',
  'enable_nestloop = off',
  'enable_mergejoin = off',
  "work_mem = '64MB'",
];

/**
 * Compares every counter of every agency with the ledger, checks what was set aside and given back,
 * and that nothing runs over a cap, all as of one moment, whoever is writing meanwhile. Changes
 * nothing.
 */
export function verifyCounters(
  { database }: Pick<BookKernel, 'database'>,
  { onProgress, signal }: Watcher = UNWATCHED,
): Promise<VerifyReport> {
  return database.everywhere.readConsistently(async (unit) => {
    for (const setting of FOR_WHOLE_TABLES) await unit.rows(`set local ${setting}`);
    let done = 0;
    const step = <T>(result: T): T => {
      signal.throwIfAborted();
      done += 1;
      onProgress({ phase: 'Verifying', done, total: STEPS });
      return result;
    };
    const size = step(await countLedger(unit));
    const wrongCounters = step(await compareCounters(unit, MAX_EXAMPLES));
    const unsoundOffsets = step(await findUnsoundOffsets(unit, MAX_EXAMPLES));
    const unsoundEntries = step(await findUnsoundEntries(unit, MAX_EXAMPLES));
    const runningOverCap = step(await findRunningOverCap(unit, MAX_EXAMPLES));
    const samples = { wrongCounters, unsoundOffsets, unsoundEntries, runningOverCap };
    const differences = Object.values(samples).reduce((sum, { total }) => sum + total, 0);
    return { ...size, differences, ...samples };
  });
}
