import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Member } from '../../domain/access/member.js';
import { cutPage } from '../../domain/paging/cut-page.js';
import type { CountedPage, PageRequest } from '../../domain/paging/page.js';
import { countMembers, pageMembers } from '../../persistence/queries/read-members.js';
import type { AccessKernel } from '../access-kernel.js';

/** A page of the agency's members, those who joined last first. */
export async function listMembers(
  kernel: Pick<AccessKernel, 'database'>,
  caller: Caller,
  page: PageRequest,
): Promise<CountedPage<Member>> {
  authorize(caller, 'member:read');
  const { agencyId } = caller;
  const database = kernel.database.within(caller);
  const { rows, hasNextPage } = cutPage(await pageMembers(database, agencyId, page), page);
  return {
    items: rows.map((node) => ({
      node,
      position: { value: String(node.createdAt), id: node.personId },
    })),
    hasNextPage,
    totalCount: () => countMembers(database, agencyId),
  };
}
