import { afterEach } from '@jest/globals';
import { Database } from '../../src/persistence/database.js';
import { createLogger } from '../../src/platform/logger.js';
import type { BookKernel } from '../../src/services/kernel.js';
import { createTestDatabase } from './test-database.js';
import type { World } from './world.js';

/** Opens further databases beside the world's, migrated and empty; those of a test end with it. */
export function useOtherDatabases(world: World): () => Promise<BookKernel> {
  const endings: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0).toReversed()) await end();
  });
  return async () => {
    const { url, drop } = await createTestDatabase();
    endings.push(drop);
    const log = createLogger({ level: 'error' });
    const applicationName = 'paceline test';
    const database = await Database.open({ url, maxConnections: 8, log, applicationName });
    endings.push(() => database.close());
    return { ...world.kernel, database };
  };
}
