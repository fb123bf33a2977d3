import type { AgencyId } from '../../../src/domain/ids.js';
import type { Kernel } from '../../../src/services/kernel.js';

interface Walled {
  readonly table: string;
}

/** Every row that an agency has, in every table that has rows of agencies, as a digest of each table. */
export async function agencyRows(
  { database: { everywhere } }: Kernel,
  agencyId: AgencyId,
): Promise<Readonly<Record<string, string>>> {
  const tables = await everywhere.rows<Walled>(
    `select c.relname as "table" from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
       and a.attname = 'agency_id' and not a.attisdropped order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { table } of tables) {
    const [row] = await everywhere.rows<{ digest: string }>(
      `select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as digest
       from ${table} t where agency_id = $1`,
      [agencyId],
    );
    digests[table] = row?.digest ?? '';
  }
  return digests;
}
