import type { Agency } from '../../domain/access/agency.js';
import type { Membership } from '../../domain/access/me.js';
import type { PersonId } from '../../domain/ids.js';
import { statement } from '../statement.js';
import type { Sql } from '../unit-of-work.js';
import { grantedBrandsColumn } from './granted-brands.js';

const OF_PERSON = statement(`
  select m.role, ${grantedBrandsColumn('membership', 'm')},
    a.id, a.name, a.created_at as "createdAt"
  from membership m join agency a on a.id = m.agency_id
  where m.person_id = $1 order by m.created_at, a.id limit $2`);

/** What a person is in their agencies, the one they joined first first, at most `limit`. */
export async function readMemberships(
  sql: Sql,
  personId: PersonId,
  limit: number,
): Promise<readonly Membership[]> {
  const rows = await sql.rows<Agency & Omit<Membership, 'agency'>>(OF_PERSON, [personId, limit]);
  return rows.map(({ role, brandIds, ...agency }) => ({ agency, role, brandIds }));
}
