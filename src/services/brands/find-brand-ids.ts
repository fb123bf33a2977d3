import type { Caller } from '../../domain/access/caller.js';
import { InputError } from '../../domain/errors.js';
import { type BrandId, decodeId } from '../../domain/ids.js';
import { findBrandIds } from '../../persistence/queries/owners-to-reset.js';
import type { Kernel } from '../kernel.js';

/**
 * The uuids of the agency's brands with these keys, in their order: ids as clients see them, or
 * external ids. Throws InputError for one that is not there.
 */
export async function findBrandIdsByKeys(
  { database }: Pick<Kernel, 'database'>,
  caller: Caller,
  keys: readonly string[],
): Promise<readonly BrandId[]> {
  const wanted = keys.map(idOrExternalId);
  const found = await findBrandIds(database.within(caller), caller.agencyId, wanted);
  return keys.map((key, i) => {
    const id = found[i] ?? null;
    if (id === null) throw new InputError(['brand'], `No brand has the id or external id ${key}.`);
    return id;
  });
}

/** What clients see as a brand's id is one; everything else is somebody's own key. */
function idOrExternalId(key: string): { readonly id: string | null; readonly externalId: string } {
  return { id: decodeId('brand', key), externalId: key };
}
