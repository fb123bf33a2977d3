import type { ApiKey } from '../../domain/access/api-key.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import { cutPage } from '../../domain/paging/cut-page.js';
import type { CountedPage } from '../../domain/paging/page.js';
import { countKeys, pageKeys } from '../../persistence/queries/page-keys.js';
import type { AccessKernel } from '../access-kernel.js';
import type { ListKeysRequest } from './key-requests.js';

/** A page of the agency's keys, also those that are no longer good. */
export async function listKeys(
  kernel: Pick<AccessKernel, 'database'>,
  caller: Caller,
  { page, filter, order }: ListKeysRequest,
): Promise<CountedPage<ApiKey>> {
  authorize(caller, 'key:read');
  const { agencyId } = caller;
  const database = kernel.database.within(caller);
  const read = await pageKeys(database, { agencyId, page, filter, order });
  const { rows: items, hasNextPage } = cutPage(read, page);
  return { items, hasNextPage, totalCount: () => countKeys(database, agencyId, filter) };
}
