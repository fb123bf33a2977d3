import { authorize, type Caller } from '../../domain/access/caller.js';
import { cutPage } from '../../domain/paging/cut-page.js';
import type { Page, PageItem } from '../../domain/paging/page.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import { pageSpendEntries } from '../../persistence/queries/page-spend-entries.js';
import type { Kernel } from '../kernel.js';
import { loadSpendEntries } from './load-spend-entries.js';
import type { ListSpendEntriesRequest } from './spend-requests.js';

/** A page of the agency's ledger, newest (recordedAt, id) first. */
export async function listSpendEntries(
  kernel: Kernel,
  caller: Caller,
  { page, filter }: ListSpendEntriesRequest,
): Promise<Page<SpendEntry>> {
  authorize(caller, 'spend:read');
  const { agencyId } = caller;
  const read = await pageSpendEntries(kernel.database.within(caller), { agencyId, page, filter });
  const { rows: ids, hasNextPage } = cutPage(read, page);
  const entries = await loadSpendEntries(kernel, caller, ids);
  return { items: entries.filter((entry) => entry !== null).map(itemOf), hasNextPage };
}

function itemOf(entry: SpendEntry): PageItem<SpendEntry> {
  return { node: entry, position: { value: String(entry.recordedAt), id: entry.id } };
}
