import type { Sql } from '../unit-of-work.js';

/** What a backup carries, each table after those that it refers to. */
export const CARRIED_TABLES = [
  'agency',
  'brand',
  'campaign',
  'schedule_window',
  'counter',
  'spend_entry',
  'period_close',
  'status_change',
  'idempotency_key',
  'person',
  'membership',
  'membership_brand',
  'invitation',
  'invitation_brand',
  'api_key',
  'api_key_brand',
  'audit_entry',
  'audit_head',
  'job_run',
  'test_clock',
] as const;

/**
 * What it leaves behind: events on their way to those who listen now, who is signed in or was about to
 * be, when jobs are to run, and what the migrations keep. All of it is about now and this cluster.
 */
export const LEFT_TABLES = [
  'outbox',
  'outbox_mark',
  'session',
  'password_link',
  'sign_in_attempt',
  'agenda_jobs',
  'schema_migration',
] as const;

/** Those without which there is nothing to lose: the others are filled by every start. */
export const PRECIOUS_TABLES = ['brand', 'campaign', 'spend_entry', 'idempotency_key'] as const;

/** A carried table and those of its columns that are stored, in their order. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The shapes that the carried tables have in this database. */
export async function readTableShapes(sql: Sql): Promise<readonly TableShape[]> {
  const rows = await sql.rows<{ name: string; columns: readonly string[] }>(
    `select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns
     where table_schema = current_schema() and table_name = any($1::text[])
       and is_generated = 'NEVER'
     group by table_name`,
    [CARRIED_TABLES],
  );
  const shapes = new Map(rows.map(({ name, columns }) => [name, columns]));
  return CARRIED_TABLES.map((name) => ({ name, columns: shapes.get(name) ?? [] }));
}

/** The names of the migrations that made this database what it is, in order. */
export async function readMigrationNames(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.rows<{ name: string }>('select name from schema_migration order by id');
  return rows.map(({ name }) => name);
}

/** The text in SQL that names a table or column. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
