import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';

// More than one attempt adds, so that they never pile up; those that somebody counts are left out.
const PRUNE = statement(`
  delete from sign_in_attempt where key in (
    select key from sign_in_attempt where expire < extract(epoch from clock_timestamp()) * 1000
    limit 20 for update skip locked)`);

/** Forgets some counts of attempts to sign in whose time is over. */
export async function pruneSignInAttempts(sql: Sql): Promise<void> {
  await sql.rows(PRUNE);
}
