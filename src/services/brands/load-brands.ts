import { authorize, type Caller } from '../../domain/access/caller.js';
import type { BrandSnapshot } from '../../domain/brand/brand.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { readBrandSnapshots } from '../../persistence/queries/read-brand-snapshots.js';
import type { Kernel } from '../kernel.js';

/** The brands with the given uuids, in their order, as they are now; null where there is none. */
export async function loadBrands(
  kernel: Kernel,
  caller: Caller,
  ids: readonly string[],
): Promise<readonly (BrandSnapshot | null)[]> {
  authorize(caller, 'brand:read');
  const database = kernel.database.within(caller);
  const { agencyId } = caller;
  const now = await presentInstant(kernel, database);
  const found = await readBrandSnapshots(database, { agencyId, ids, now });
  return ids.map((id) => found.get(id) ?? null);
}
