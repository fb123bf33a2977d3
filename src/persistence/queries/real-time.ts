import type { Instant } from '../../domain/time/instant.js';
import type { Sql } from '../unit-of-work.js';

/**
 * Real time by the database's clock, cut to milliseconds: by it credentials end, whatever the
 * injected clock says.
 */
export async function realTime(sql: Sql): Promise<Instant> {
  const [row] = await sql.rows<{ now: Instant }>(
    `select date_trunc('milliseconds', clock_timestamp()) as now`,
  );
  return row?.now ?? 0;
}
