import { PostgresJobRepository } from '@agendajs/postgres-backend';
import type { JobParameters } from 'agenda';
import pg from 'pg';
import { formatInstant, type Instant } from '../../domain/time/instant.js';
import type { Logger } from '../../platform/logger.js';
import type { JobStore, StoredJob, StoreReading } from './job-store.js';

export interface PostgresStoreSettings {
  readonly url: string;
  readonly log: Logger;
}

/** Agenda's table; a migration makes it. */
const TABLE = 'agenda_jobs';
const MAX_CONNECTIONS = 2;
const CONNECT_TIMEOUT_MS = 2_000;
const QUERY_TIMEOUT_MS = 10_000;

/**
 * Agenda's store on PostgreSQL. It has a small pool of its own: Agenda reads timestamps as dates,
 * which the engine's pool does not give, and so neither keeps the other waiting for a connection.
 * Connects when it is first used, and again whenever the database was gone.
 */
export function openPostgresStore({ url, log }: PostgresStoreSettings): JobStore {
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: QUERY_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    application_name: 'paceline jobs',
    keepAlive: true,
  });
  pool.on('error', (error) => {
    log.warn({ err: error }, 'an idle connection of the jobs failed');
  });
  pool.on('connect', (client) => {
    client.on('error', (error) => {
      log.warn({ err: error }, 'a connection of the jobs failed');
    });
  });
  return {
    name: 'PostgreSQL',
    repository: new SteadyRepository(pool, log),
    read: () => read(pool),
    reschedule: (job, at) => reschedule(pool, job, at),
    unlock: async (worker) => {
      await pool.query(
        `update ${TABLE} set locked_at = null where last_modified_by = $1 and locked_at is not null`,
        [worker],
      );
    },
    close: () => pool.end(),
  };
}

/** Agenda does not wait for this one: if it failed, the process would end. The lock expires anyway. */
class SteadyRepository extends PostgresJobRepository {
  constructor(
    pool: pg.Pool,
    private readonly log: Logger,
  ) {
    super({ pool, tableName: TABLE, ensureSchema: false });
  }

  override async unlockJob(job: JobParameters): Promise<void> {
    try {
      await super.unlockJob(job);
    } catch (error) {
      this.log.warn({ err: error, job: job.name }, 'a job could not be unlocked');
    }
  }
}

interface JobRow {
  readonly now: Date;
  readonly name: string | null;
  readonly next_run_at: Date | null;
  readonly locked_at: Date | null;
  readonly last_run_at: Date | null;
  readonly last_finished_at: Date | null;
  readonly repeat_interval: string | null;
  readonly repeat_timezone: string | null;
}

async function read(pool: pg.Pool): Promise<StoreReading> {
  const { rows } = await pool.query<JobRow>(
    `select clock.now, j.name, j.next_run_at, j.locked_at, j.last_run_at, j.last_finished_at,
       j.repeat_interval, j.repeat_timezone
     from (select clock_timestamp() as now) clock left join ${TABLE} j on j.type = 'single'`,
  );
  return {
    now: rows[0]?.now.getTime() ?? 0,
    jobs: rows.flatMap(({ name, ...row }) => (name === null ? [] : [storedJob(name, row)])),
  };
}

function storedJob(name: string, row: Omit<JobRow, 'name'>): StoredJob {
  return {
    name,
    nextRunAt: row.next_run_at?.getTime() ?? null,
    lockedAt: row.locked_at?.getTime() ?? null,
    lastRunAt: row.last_run_at?.getTime() ?? null,
    lastFinishedAt: row.last_finished_at?.getTime() ?? null,
    repeatInterval: row.repeat_interval,
    repeatTimezone: row.repeat_timezone,
  };
}

async function reschedule(pool: pg.Pool, job: StoredJob, at: Instant): Promise<void> {
  await pool.query(
    `update ${TABLE} set next_run_at = $2::timestamptz, locked_at = null
     where type = 'single' and name = $1
       and date_trunc('milliseconds', next_run_at) is not distinct from $3::timestamptz
       and date_trunc('milliseconds', locked_at) is not distinct from $4::timestamptz`,
    [job.name, formatInstant(at), textOf(job.nextRunAt), textOf(job.lockedAt)],
  );
}

function textOf(instant: Instant | null): string | null {
  return instant === null ? null : formatInstant(instant);
}
