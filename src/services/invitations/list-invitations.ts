import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Invitation } from '../../domain/access/invitation.js';
import { cutPage } from '../../domain/paging/cut-page.js';
import type { CountedPage, PageRequest } from '../../domain/paging/page.js';
import { countInvitations, pageInvitations } from '../../persistence/queries/read-invitations.js';
import type { AccessKernel } from '../access-kernel.js';

/** A page of the agency's invitations, whatever became of them, the newest first. */
export async function listInvitations(
  kernel: Pick<AccessKernel, 'database'>,
  caller: Caller,
  page: PageRequest,
): Promise<CountedPage<Invitation>> {
  authorize(caller, 'member:read');
  const { agencyId } = caller;
  const database = kernel.database.within(caller);
  const { rows, hasNextPage } = cutPage(await pageInvitations(database, agencyId, page), page);
  return {
    items: rows.map((node) => ({ node, position: { value: String(node.createdAt), id: node.id } })),
    hasNextPage,
    totalCount: () => countInvitations(database, agencyId),
  };
}
