import type { Agency } from '../../domain/access/agency.js';
import type { AgencyId } from '../../domain/ids.js';
import { statement } from '../statement.js';
import type { Sql, UnitOfWork } from '../unit-of-work.js';

const AGENCIES = `select a.id, a.name, a.created_at as "createdAt" from agency a`;

const BY_ID = statement(`${AGENCIES} where a.id = $1`);

/** The agency with this id; null if there is none. */
export async function readAgency(sql: Sql, id: AgencyId): Promise<Agency | null> {
  const [agency] = await sql.rows<Agency>(BY_ID, [id]);
  return agency ?? null;
}

/** All agencies with this id or name, or else simply all, the oldest first, at most `limit`. */
export function findAgencies(
  sql: Sql,
  wanted: { readonly id: AgencyId | null; readonly name: string } | null,
  limit: number,
): Promise<readonly Agency[]> {
  const { id = null, name = null } = wanted ?? {};
  return sql.rows<Agency>(
    `${AGENCIES} where ($2::text is null or a.id = $1::uuid or a.name = $2)
     order by a.created_at, a.id limit $3`,
    [id, name, limit],
  );
}

/** An agency and what there is of it. */
export interface CountedAgency extends Agency {
  readonly members: number;
  readonly brands: number;
}

/** The agencies, the oldest first, at most `limit`. */
export function countAgencies(sql: Sql, limit: number): Promise<readonly CountedAgency[]> {
  return sql.rows<CountedAgency>(
    `select a.id, a.name, a.created_at as "createdAt",
       (select count(*)::int from membership m where m.agency_id = a.id) as members,
       (select count(*)::int from brand b where b.agency_id = a.id) as brands
     from agency a order by a.created_at, a.id limit $1`,
    [limit],
  );
}

/** Holds off others that lock the agency, until the end of the transaction; nothing else waits. */
export async function lockAgency(unit: UnitOfWork, id: AgencyId): Promise<void> {
  await unit.rows('select from agency where id = $1 for no key update', [id]);
}
