import { authorize, type Caller } from '../../domain/access/caller.js';
import type { BrandSnapshot } from '../../domain/brand/brand.js';
import { presentInstant } from '../../persistence/present-instant.js';
import { readBrandSnapshotByExternalId } from '../../persistence/queries/read-brand-snapshots.js';
import type { Kernel } from '../kernel.js';
import type { BrandKey } from './brand-requests.js';
import { loadBrands } from './load-brands.js';

/** The brand as it is now; null if the caller's agency has none with this key. */
export async function findBrand(
  kernel: Kernel,
  caller: Caller,
  key: BrandKey,
): Promise<BrandSnapshot | null> {
  authorize(caller, 'brand:read');
  if ('id' in key) {
    const [brand] = await loadBrands(kernel, caller, [key.id]);
    return brand ?? null;
  }
  const database = kernel.database.within(caller);
  const now = await presentInstant(kernel, database);
  const { agencyId } = caller;
  return readBrandSnapshotByExternalId(database, { agencyId, externalId: key.externalId, now });
}
