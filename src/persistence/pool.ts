import pg from 'pg';
import type { Logger } from '../platform/logger.js';
import { parseTimestamp } from './parse-timestamp.js';
import { SCOPE_NAME, SCOPE_TEXT } from './scope.js';

export interface PoolSettings {
  readonly url: string;
  readonly maxConnections: number;
  readonly log: Logger;
  /** What the database's own lists call our connections; begins with "paceline". */
  readonly applicationName?: string;
}

/** How long a caller waits for a connection before the database counts as unavailable. */
const CONNECT_TIMEOUT_MS = 2_000;
/** No statement of ours takes this long; one that does is stuck. */
const STATEMENT_TIMEOUT_MS = 60_000;
/** Connections are renewed, so that no statement keeps a plan made for tables that have grown since. */
const MAX_CONNECTION_AGE_SECONDS = 300;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;

const NO_SCOPE = ['none', '', '', ''];

/**
 * The one pool that the ORM and the engine share. Instants come out as epoch milliseconds, dates as
 * `YYYY-MM-DD` text, bigints as decimal text.
 */
export function createPool(settings: PoolSettings): pg.Pool {
  const { url, maxConnections, log, applicationName = 'paceline' } = settings;
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, parseTimestamp);
  types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    maxLifetimeSeconds: MAX_CONNECTION_AGE_SECONDS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    options: '-c timezone=UTC',
    application_name: applicationName,
    keepAlive: true,
    types,
    verify: prepareScope,
  });
  // A connection that dies while nobody waits on it must not take the process along.
  pool.on('error', (error) => {
    log.warn({ err: error }, 'an idle database connection failed');
  });
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      log.warn({ err: error }, 'a database connection failed');
    });
  });
  return pool;
}

/** Before a new connection is handed out: every statement of its own needs it. */
function prepareScope(client: pg.PoolClient, done: (error?: Error) => void): void {
  client.query({ name: SCOPE_NAME, text: SCOPE_TEXT, values: NO_SCOPE }).then(() => {
    done();
  }, done);
}
