import type { ApiKey } from '../../domain/access/api-key.js';
import type { AgencyId, KeyId } from '../../domain/ids.js';
import { statement } from '../statement.js';
import type { Sql, UnitOfWork } from '../unit-of-work.js';
import { grantedBrandsColumn } from './granted-brands.js';

/** What an {@link ApiKey} is made of, of keys `k`. */
export const KEY_COLUMNS = `k.id, k.agency_id as "agencyId", k.name, k.role,
    ${grantedBrandsColumn('api_key', 'k')}, k.prefix, k.created_by as "createdBy",
    k.created_at as "createdAt", k.last_used_at as "lastUsedAt", k.expires_at as "expiresAt",
    k.revoked_at as "revokedAt"`;

const KEYS = `select ${KEY_COLUMNS} from api_key k`;

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
