import { formatInstant, type Instant } from '../../domain/time/instant.js';
import type { Sql } from '../unit-of-work.js';

/** The instant at which the test clock stands, for all processes; null if it was never started. */
export async function readTestClock(sql: Sql): Promise<Instant | null> {
  const [row] = await sql.rows<{ now: Instant }>('select now from test_clock');
  return row?.now ?? null;
}

/** Moves the kept test clock to the later of `at` and what is kept, and gives that. */
export async function moveTestClock(sql: Sql, at: Instant): Promise<Instant> {
  const [row] = await sql.rows<{ now: Instant }>(
    `insert into test_clock (now) values ($1::timestamptz)
     on conflict (singleton) do update set now = greatest(test_clock.now, excluded.now)
     returning now`,
    [formatInstant(at)],
  );
  return row?.now ?? at;
}
