import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Invitation } from '../../domain/access/invitation.js';
import { cutPage } from '../../domain/paging/cut-page.js';
import type { CountedPage } from '../../domain/paging/page.js';
import { countInvitations, pageInvitations } from '../../persistence/queries/page-invitations.js';
import type { AccessKernel } from '../access-kernel.js';
import type { ListInvitationsRequest } from './invitation-requests.js';

/** A page of the agency's invitations, whatever became of them. */
export async function listInvitations(
  kernel: Pick<AccessKernel, 'database'>,
  caller: Caller,
  { page, filter, order }: ListInvitationsRequest,
): Promise<CountedPage<Invitation>> {
  authorize(caller, 'member:read');
  const { agencyId } = caller;
  const database = kernel.database.within(caller);
  const read = await pageInvitations(database, { agencyId, page, filter, order });
  const { rows: items, hasNextPage } = cutPage(read, page);
  return { items, hasNextPage, totalCount: () => countInvitations(database, agencyId, filter) };
}
