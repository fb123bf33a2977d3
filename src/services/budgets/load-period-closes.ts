import { authorize, type Caller } from '../../domain/access/caller.js';
import type { PeriodClose } from '../../domain/budget/period-close.js';
import { loadPeriodClosesById } from '../../persistence/queries/load-period-closes.js';
import type { Kernel } from '../kernel.js';

/** The period closes with the given uuids, in their order; null where there is none. */
export async function loadPeriodCloses(
  { database }: Kernel,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly (PeriodClose | null)[]> {
  authorize(caller, 'brand:read');
  if (ids.length === 0) return [];
  const closes = await loadPeriodClosesById(database.within(caller), caller.agencyId, ids);
  const found = new Map<string, PeriodClose>(closes.map((close) => [close.id, close]));
  return ids.map((id) => found.get(id) ?? null);
}
