import { authorize, type Caller } from '../../domain/access/caller.js';
import type { Member } from '../../domain/access/member.js';
import { cutPage } from '../../domain/paging/cut-page.js';
import type { CountedPage } from '../../domain/paging/page.js';
import { countMembers, pageMembers } from '../../persistence/queries/page-members.js';
import type { AccessKernel } from '../access-kernel.js';
import type { ListMembersRequest } from './member-requests.js';

/** A page of the agency's members. */
export async function listMembers(
  kernel: Pick<AccessKernel, 'database'>,
  caller: Caller,
  { page, filter, order }: ListMembersRequest,
): Promise<CountedPage<Member>> {
  authorize(caller, 'member:read');
  const { agencyId } = caller;
  const database = kernel.database.within(caller);
  const read = await pageMembers(database, { agencyId, page, filter, order });
  const { rows: items, hasNextPage } = cutPage(read, page);
  return { items, hasNextPage, totalCount: () => countMembers(database, agencyId, filter) };
}
