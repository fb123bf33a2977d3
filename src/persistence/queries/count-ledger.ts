import type { Sql } from '../unit-of-work.js';

/** How much there is to verify. */
export interface LedgerSize {
  readonly entries: number;
  readonly counters: number;
}

/** Counts the ledger's rows and the counters of all agencies. */
export async function countLedger(sql: Sql): Promise<LedgerSize> {
  const [size] = await sql.rows<{ entries: string; counters: string }>(
    `select (select count(*) from spend_entry) as entries, (select count(*) from counter) as counters`,
  );
  return { entries: Number(size?.entries ?? 0), counters: Number(size?.counters ?? 0) };
}
