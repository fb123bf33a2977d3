import pg from 'pg';
import { UnavailableError } from '../domain/errors.js';
import { orUnavailable } from './availability.js';
import type { Database } from './database.js';
import { hasSqlState } from './retry.js';

const CONNECT_TIMEOUT_MS = 2_000;
const RETRY_AFTER_SECONDS = 5;
const LOCK_NOT_AVAILABLE = '55P03';

export interface LockRequest {
  /** What is locked; whoever names the same waits. */
  readonly name: string;
  /** How long to wait for others that hold it. */
  readonly maxWaitMs: number;
}

/**
 * Runs `work` while no other process, and nobody else in this one, does so under the same name; those
 * who wait are served in the order in which they came. The lock has a connection of its own, so that
 * waiting takes none from those who work, and is let go with it if the process dies. Throws
 * UnavailableError if others hold it for too long, or the database cannot be reached.
 */
export async function withSessionLock<T>(
  database: Database,
  request: LockRequest,
  work: () => Promise<T>,
): Promise<T> {
  const session = new pg.Client({
    connectionString: database.pool.options.connectionString,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'paceline lock',
    keepAlive: true,
  });
  // What is done under the lock is safe to do twice, so a lock that is lost on the way ends nothing.
  session.on('error', () => undefined);
  try {
    await orUnavailable(() => acquire(session, request));
    return await work();
  } finally {
    await session.end().catch(() => undefined);
  }
}

async function acquire(session: pg.Client, { name, maxWaitMs }: LockRequest): Promise<void> {
  await session.connect();
  await session.query(`select set_config('lock_timeout', $1, false)`, [String(maxWaitMs)]);
  try {
    await session.query('select pg_advisory_lock(hashtextextended($1, 0))', [`paceline ${name}`]);
  } catch (error) {
    if (!hasSqlState(error, LOCK_NOT_AVAILABLE)) throw error;
    throw new UnavailableError(`Another ${name} takes too long.`, RETRY_AFTER_SECONDS, {
      cause: error,
    });
  }
}
