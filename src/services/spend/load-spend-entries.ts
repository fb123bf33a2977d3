import type { Caller } from '../../domain/access/caller.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import { loadEntriesById } from '../../persistence/queries/load-entries.js';
import type { Kernel } from '../kernel.js';

/** The ledger rows with the given uuids, in their order; null where there is none. */
export async function loadSpendEntries(
  { database }: Kernel,
  { agencyId }: Caller,
  ids: readonly string[],
): Promise<readonly (SpendEntry | null)[]> {
  if (ids.length === 0) return [];
  const entries = await loadEntriesById(database, agencyId, ids);
  const found = new Map<string, SpendEntry>(entries.map((entry) => [entry.id, entry]));
  return ids.map((id) => found.get(id) ?? null);
}
