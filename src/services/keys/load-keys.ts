import type { ApiKey } from '../../domain/access/api-key.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import { readKeys } from '../../persistence/queries/read-keys.js';
import type { AccessKernel } from '../access-kernel.js';

/** The agency's keys with the given uuids, in their order; null where there is none. */
export async function loadKeys(
  { database }: Pick<AccessKernel, 'database'>,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly (ApiKey | null)[]> {
  authorize(caller, 'key:read');
  const keys = await readKeys(database.within(caller), caller.agencyId, ids);
  const byId = new Map(keys.map((key) => [key.id, key]));
  return ids.map((id) => byId.get(id) ?? null);
}
