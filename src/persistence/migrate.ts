import type { Database } from './database.js';

/** Any number that nothing else in this database locks. */
export const MIGRATION_LOCK = 7_223_546;

/**
 * Brings the schema up to date and says which migrations ran. Processes that start together take
 * turns: a session lock on a connection of its own is held meanwhile.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const client = await database.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await database.orm.migrator.up();
    return ran.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
}

/** Whether migrations wait to be run. */
export async function hasPendingMigrations(database: Database): Promise<boolean> {
  return (await database.orm.migrator.getPending()).length > 0;
}
