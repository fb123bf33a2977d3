import { Database } from '../../dist/persistence/database.js';
import { migrate } from '../../dist/persistence/migrate.js';
import { createLogger } from '../../dist/platform/logger.js';

/** Brings an empty database to the state in which each test file finds its own. */
export async function prepareTemplate(url) {
  const database = await Database.open({
    url,
    maxConnections: 2,
    log: createLogger({ level: 'warn' }),
  });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}
