import { MIGRATION_LOCK } from '../migrate.js';
import { ISOLATION_ROLES } from '../migrations/isolation.js';
import type { Sql } from '../unit-of-work.js';
import { CARRIED_TABLES, PRECIOUS_TABLES, quoted } from './carried-tables.js';

/** Tables whose rows nobody may change or remove, the database says so itself. */
const APPEND_ONLY_TABLES = ['spend_entry', 'status_change', 'period_close', 'audit_entry'] as const;
/** What is left out of a backup and is about what it brings back. */
const EMPTIED_TABLES = [...CARRIED_TABLES, 'outbox', 'session', 'password_link'] as const;

/** Keeps programs that start now from using the database until the end of the transaction. */
export async function holdOffStarts(sql: Sql): Promise<void> {
  await sql.rows('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
}

/** How many connections other processes of Paceline have to this database. */
export async function countOtherSessions(sql: Sql): Promise<number> {
  const [row] = await sql.rows<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
     where datname = current_database() and application_name like 'paceline%'
       and application_name <> current_setting('application_name')`,
  );
  return row?.others ?? 0;
}

/** Whether there is anything in the database that a person would miss. */
export async function hasContent(sql: Sql): Promise<boolean> {
  const any = PRECIOUS_TABLES.map((table) => `exists (select from ${quoted(table)})`).join(' or ');
  await sql.rows(`set local role ${ISOLATION_ROLES.SERVICE}`);
  const [row] = await sql.rows<{ content: boolean }>(`select ${any} as content`);
  await sql.rows('set local role none');
  return row?.content ?? true;
}

/**
 * Removes every row that a backup carries, and the events about them, so that others can be put in
 * their place before the transaction ends. What guards the ledger against changes is back at once.
 */
export async function removeContent(sql: Sql): Promise<void> {
  const guards = (action: 'disable' | 'enable') =>
    APPEND_ONLY_TABLES.map(
      (table) => `alter table ${table} ${action} trigger ${table}_append_only`,
    );
  // The wall would let nothing in but row by row.
  for (const table of await walledTables(sql)) await sql.rows(wall('no force', table));
  for (const statement of guards('disable')) await sql.rows(statement);
  await sql.rows(`truncate ${EMPTIED_TABLES.map(quoted).join(', ')}`);
  for (const statement of guards('enable')) await sql.rows(statement);
}

/** Raises the wall between agencies again. */
export async function raiseWall(sql: Sql): Promise<void> {
  for (const table of await walledTables(sql)) await sql.rows(wall('force', table));
}

function wall(action: 'force' | 'no force', table: string): string {
  return `alter table ${quoted(table)} ${action} row level security`;
}

/** Those of the carried tables that have policies. */
async function walledTables(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.rows<{ name: string }>(
    `select relname as name from pg_class
     where relrowsecurity and relnamespace = current_schema()::regnamespace
       and relname = any($1::text[])`,
    [CARRIED_TABLES],
  );
  return rows.map(({ name }) => name);
}

/** Lets the planner know what is there now. */
export async function analyzeContent(sql: Sql): Promise<void> {
  for (const table of CARRIED_TABLES) await sql.rows(`analyze ${quoted(table)}`);
}
