import { authorize, type Caller } from '../../domain/access/caller.js';
import type { StatusChange } from '../../domain/history/status-change.js';
import { cutPage } from '../../domain/paging/cut-page.js';
import type { Page, PageItem } from '../../domain/paging/page.js';
import { pageStatusChanges } from '../../persistence/queries/page-status-changes.js';
import type { Kernel } from '../kernel.js';
import type { ListStatusChangesRequest } from './history-requests.js';

/** A page of the agency's history, newest (at, id) first. */
export async function listStatusChanges(
  { database }: Kernel,
  caller: Caller,
  { page, filter }: ListStatusChangesRequest,
): Promise<Page<StatusChange>> {
  authorize(caller, 'campaign:read');
  const { agencyId } = caller;
  const changes = await pageStatusChanges(database.within(caller), { agencyId, page, filter });
  const { rows, hasNextPage } = cutPage(changes, page);
  return { items: rows.map(itemOf), hasNextPage };
}

function itemOf(change: StatusChange): PageItem<StatusChange> {
  return { node: change, position: { value: String(change.at), id: change.id } };
}
