import { authorize, type Caller } from '../../domain/access/caller.js';
import type { BrandSnapshot } from '../../domain/brand/brand.js';
import { cutPage, itemsAt } from '../../domain/paging/cut-page.js';
import type { CountedPage } from '../../domain/paging/page.js';
import { countBrands, pageBrands } from '../../persistence/queries/page-brands.js';
import type { Kernel } from '../kernel.js';
import type { ListBrandsRequest } from './brand-requests.js';
import { loadBrands } from './load-brands.js';

/** A page of the agency's brands, each as it is now. */
export async function listBrands(
  kernel: Kernel,
  caller: Caller,
  { page, filter, order }: ListBrandsRequest,
): Promise<CountedPage<BrandSnapshot>> {
  authorize(caller, 'brand:read');
  const database = kernel.database.within(caller);
  const { agencyId } = caller;
  const read = await pageBrands(database, { agencyId, page, filter, order });
  const { rows: positions, hasNextPage } = cutPage(read, page);
  const ids = positions.map(({ id }) => id);
  return {
    items: itemsAt(positions, await loadBrands(kernel, caller, ids)),
    hasNextPage,
    totalCount: () => countBrands(database, agencyId, filter),
  };
}
