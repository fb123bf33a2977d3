import type { Sql } from '../unit-of-work.js';

/** The first rows of an answer, and how many there are in all. */
export interface Sample<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/**
 * Runs a statement whose `limit` is `$1` and whose rows say in `total` how many there would be
 * without it.
 */
export async function sampleOf<Row>(sql: Sql, text: string, limit: number): Promise<Sample<Row>> {
  const rows = await sql.rows<Row & { readonly total: number }>(text, [limit]);
  return { rows, total: rows[0]?.total ?? 0 };
}
