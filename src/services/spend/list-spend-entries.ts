import { authorize, type Caller } from '../../domain/access/caller.js';
import { cutPage } from '../../domain/paging/cut-page.js';
import type { Page, PageItem } from '../../domain/paging/page.js';
import type { SpendEntry } from '../../domain/spend/spend-entry.js';
import { pageSpendEntries } from '../../persistence/queries/page-spend-entries.js';
import type { Kernel } from '../kernel.js';
import { loadSpendEntries } from './load-spend-entries.js';
import type { ListSpendEntriesRequest, SpendEntryOrder } from './spend-requests.js';

/** A page of the agency's ledger: three statements at most, two unless it is searched by event. */
export async function listSpendEntries(
  kernel: Kernel,
  caller: Caller,
  { page, filter, order }: ListSpendEntriesRequest,
): Promise<Page<SpendEntry>> {
  authorize(caller, 'spend:read');
  const query = { agencyId: caller.agencyId, page, filter, order };
  const read = await pageSpendEntries(kernel.database.within(caller), query);
  const { rows: ids, hasNextPage } = cutPage(read, page);
  const entries = await loadSpendEntries(kernel, caller, ids);
  const items = entries.filter((entry) => entry !== null).map((entry) => itemOf(entry, order));
  return { items, hasNextPage };
}

function itemOf(entry: SpendEntry, { field }: SpendEntryOrder): PageItem<SpendEntry> {
  const at = field === 'RECORDED_AT' ? entry.recordedAt : entry.occurredAt;
  return { node: entry, position: { value: String(at), id: entry.id } };
}
