import { formatInstant, type Instant } from '../../domain/time/instant.js';
import type { Sql } from '../unit-of-work.js';

/** How a job's last run went; instants are null until it has run. */
export interface JobRun {
  readonly name: string;
  readonly lastStartedAt: Instant | null;
  readonly lastFinishedAt: Instant | null;
  readonly lastDurationMs: number | null;
  readonly failureCount: number;
  /** Why the last run failed; null if it succeeded. */
  readonly lastError: string | null;
}

interface JobRunRow {
  readonly name: string;
  readonly last_started_at: Instant | null;
  readonly last_finished_at: Instant | null;
  readonly last_duration_ms: number | null;
  readonly failure_count: number;
  readonly last_error: string | null;
}

/** The history of every job that has ever run. */
export async function readJobRuns(sql: Sql): Promise<readonly JobRun[]> {
  const rows = await sql.rows<JobRunRow>('select * from job_run');
  return rows.map((row) => ({
    name: row.name,
    lastStartedAt: row.last_started_at,
    lastFinishedAt: row.last_finished_at,
    lastDurationMs: row.last_duration_ms,
    failureCount: row.failure_count,
    lastError: row.last_error,
  }));
}

/** Notes that a job has started. */
export async function writeJobStart(sql: Sql, name: string, at: Instant): Promise<void> {
  await sql.rows(
    `insert into job_run (name, last_started_at) values ($1, $2::timestamptz)
     on conflict (name) do update set last_started_at = excluded.last_started_at`,
    [name, formatInstant(at)],
  );
}

/** Notes that a job's run has ended; error null: it succeeded. */
export async function writeJobEnd(
  sql: Sql,
  name: string,
  {
    at,
    durationMs,
    error,
  }: {
    readonly at: Instant;
    readonly durationMs: number;
    readonly error: string | null;
  },
): Promise<void> {
  await sql.rows(
    `update job_run set last_finished_at = $2::timestamptz, last_duration_ms = $3,
       last_error = $4, failure_count = failure_count + ($4::text is not null)::int
     where name = $1`,
    [name, formatInstant(at), Math.round(durationMs), error],
  );
}
