import { authorize, type Caller } from '../../domain/access/caller.js';
import type { StatusChange } from '../../domain/history/status-change.js';
import { loadStatusChangesById } from '../../persistence/queries/page-status-changes.js';
import type { Kernel } from '../kernel.js';

/** The status changes with the given uuids, in their order; null where there is none. */
export async function loadStatusChanges(
  { database }: Kernel,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly (StatusChange | null)[]> {
  authorize(caller, 'campaign:read');
  if (ids.length === 0) return [];
  const changes = await loadStatusChangesById(database.within(caller), caller.agencyId, ids);
  const found = new Map<string, StatusChange>(changes.map((change) => [change.id, change]));
  return ids.map((id) => found.get(id) ?? null);
}
