import { MIGRATION_LOCK } from '../migrate.js';
import type { Sql } from '../unit-of-work.js';
import { CARRIED_TABLES, PRECIOUS_TABLES, quoted } from './carried-tables.js';

/** Tables whose rows nobody may change or remove, the database says so itself. */
const APPEND_ONLY_TABLES = ['spend_entry', 'status_change', 'period_close'] as const;

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
  const [row] = await sql.rows<{ content: boolean }>(`select ${any} as content`);
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
  for (const statement of guards('disable')) await sql.rows(statement);
  await sql.rows(`truncate ${[...CARRIED_TABLES, 'outbox'].map(quoted).join(', ')}`);
  for (const statement of guards('enable')) await sql.rows(statement);
}

/** Lets the planner know what is there now. */
export async function analyzeContent(sql: Sql): Promise<void> {
  for (const table of CARRIED_TABLES) await sql.rows(`analyze ${quoted(table)}`);
}
