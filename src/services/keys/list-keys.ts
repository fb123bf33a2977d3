import type { ApiKey } from '../../domain/access/api-key.js';
import { authorize, type Caller } from '../../domain/access/caller.js';
import { cutPage } from '../../domain/paging/cut-page.js';
import type { CountedPage, PageRequest } from '../../domain/paging/page.js';
import { countKeys, pageKeys } from '../../persistence/queries/read-keys.js';
import type { AccessKernel } from '../access-kernel.js';

/** A page of the agency's keys, also those that are no longer good, the newest first. */
export async function listKeys(
  kernel: Pick<AccessKernel, 'database'>,
  caller: Caller,
  page: PageRequest,
): Promise<CountedPage<ApiKey>> {
  authorize(caller, 'key:read');
  const { agencyId } = caller;
  const database = kernel.database.within(caller);
  const { rows, hasNextPage } = cutPage(await pageKeys(database, agencyId, page), page);
  return {
    items: rows.map((node) => ({ node, position: { value: String(node.createdAt), id: node.id } })),
    hasNextPage,
    totalCount: () => countKeys(database, agencyId),
  };
}
