import { authorize, type Caller } from '../../domain/access/caller.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import { loadEntriesById } from '../../persistence/queries/load-entries.js';
import type { Kernel } from '../kernel.js';

/** The ledger rows with the given uuids, in their order; null where there is none. */
export async function loadSpendEntries(
  { database }: Kernel,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly (SpendEntry | null)[]> {
  authorize(caller, 'spend:read');
  if (ids.length === 0) return [];
  const { agencyId } = caller;
  const places = ids.map((id) => ({ agencyId, id }));
  const entries = await loadEntriesById(database.within(caller), places);
  const found = new Map<string, SpendEntry>(entries.map((entry) => [entry.id, entry]));
  return ids.map((id) => found.get(id) ?? null);
}
