import type { ApiKey } from '../../domain/access/api-key.js';
import type { AgencyId, KeyId } from '../../domain/ids.js';
import { rowsToRead } from '../../domain/paging/cut-page.js';
import type { PageRequest } from '../../domain/paging/page.js';
import { statement } from '../statement.js';
import type { Sql, UnitOfWork } from '../unit-of-work.js';
import { grantedBrandsColumn } from './granted-brands.js';

const KEYS = `
  select k.id, k.agency_id as "agencyId", k.name, k.role, ${grantedBrandsColumn('api_key', 'k')},
    k.prefix, k.created_by as "createdBy", k.created_at as "createdAt",
    k.last_used_at as "lastUsedAt", k.expires_at as "expiresAt", k.revoked_at as "revokedAt"
  from api_key k`;

const PAGE = statement(`${KEYS} where k.agency_id = $1 and ($2::uuid is null or k.id < $2)
  order by k.id desc limit $3`);

/** The keys of a page, the newest first (ids follow time), one more than it holds if more follow. */
export function pageKeys(
  sql: Sql,
  agencyId: AgencyId,
  page: PageRequest,
): Promise<readonly ApiKey[]> {
  return sql.rows<ApiKey>(PAGE, [agencyId, page.after?.id ?? null, rowsToRead(page)]);
}

/** How many keys an agency has, also those that are no longer good. */
export async function countKeys(sql: Sql, agencyId: AgencyId): Promise<number> {
  const [row] = await sql.rows<{ count: number }>(
    'select count(*)::int as count from api_key where agency_id = $1',
    [agencyId],
  );
  return row?.count ?? 0;
}

const BY_ID = statement(`${KEYS} where k.agency_id = $1 and k.id = any($2::uuid[])`);

/** The agency's keys with these ids, in no order. */
export function readKeys(
  sql: Sql,
  agencyId: AgencyId,
  ids: readonly KeyId[],
): Promise<readonly ApiKey[]> {
  return sql.rows<ApiKey>(BY_ID, [agencyId, ids]);
}

/** The same for one, locked until the end of the transaction. */
export async function lockKey(
  unit: UnitOfWork,
  agencyId: AgencyId,
  id: KeyId,
): Promise<ApiKey | null> {
  const [key] = await unit.rows<ApiKey>(
    `${KEYS} where k.agency_id = $1 and k.id = $2 for update of k`,
    [agencyId, id],
  );
  return key ?? null;
}
