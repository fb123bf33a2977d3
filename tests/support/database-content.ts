import { CARRIED_TABLES } from '../../src/persistence/backup/carried-tables.js';
import type { Database } from '../../src/persistence/database.js';

/** Everything in the carried tables but the transactions' ids, in a stable order, and but the record of a restore. */
export async function contentOf(database: Database): Promise<Record<string, readonly unknown[]>> {
  const content: Record<string, readonly unknown[]> = {};
  for (const table of CARRIED_TABLES) {
    const rows = await database.everywhere.rows<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - 'xid' as row from ${table} t order by to_jsonb(t)::text`,
    );
    content[table] = rows.map(({ row }) => row).filter((row) => !isOfRestore(row));
  }
  return content;
}

function isOfRestore({ action }: Record<string, unknown>): boolean {
  return action === 'database.restore';
}
