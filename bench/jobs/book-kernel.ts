import { IdFactory } from '../../src/domain/ids.js';
import { Database } from '../../src/persistence/database.js';
import type { Clock } from '../../src/platform/clock.js';
import { idSources } from '../../src/platform/id-sources.js';
import { createLogger } from '../../src/platform/logger.js';
import { auditRecorder } from '../../src/services/audit/audit-recorder.js';
import type { BookKernel } from '../../src/services/kernel.js';

/** As many as a worker has. */
const MAX_CONNECTIONS = 16;

/** Does something with what a worker's jobs are given, on a database. */
export async function withBookKernel<T>(
  { url, clock }: { readonly url: string; readonly clock: Clock },
  work: (kernel: BookKernel) => Promise<T>,
): Promise<T> {
  const log = createLogger({ level: 'error' });
  const database = await Database.open({ url, maxConnections: MAX_CONNECTIONS, log });
  const clocks = { clock, testClock: null, ids: new IdFactory(idSources()) };
  const live = { announce: () => undefined };
  try {
    // What connecting costs is paid before anything is measured.
    await database.everywhere.rows('select 1');
    return await work({ database, ...clocks, live, audit: auditRecorder(clocks) });
  } finally {
    await database.close();
  }
}

/** How long some work took, in milliseconds. */
export async function elapsedMs(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
