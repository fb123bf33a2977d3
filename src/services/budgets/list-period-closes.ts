import { authorize, type Caller } from '../../domain/access/caller.js';
import type { PeriodClose } from '../../domain/budget/period-close.js';
import type { Page } from '../../domain/paging/page.js';
import { pagesOfEach } from '../../domain/paging/pages-of-each.js';
import { newestOfEach } from '../../persistence/queries/newest-of-each.js';
import type { Kernel } from '../kernel.js';
import type { ListPeriodClosesRequest } from './budget-requests.js';
import { loadPeriodCloses } from './load-period-closes.js';

/**
 * The same page of the ended periods of each brand, newest (periodEnd, id) first: three statements,
 * whatever the number of brands.
 */
export async function listPeriodCloses(
  kernel: Kernel,
  caller: Caller,
  { brandIds, period, page }: ListPeriodClosesRequest,
): Promise<readonly Page<PeriodClose>[]> {
  authorize(caller, 'brand:read');
  const lists = await newestOfEach(kernel.database.within(caller), {
    list: 'PERIOD_CLOSES',
    agencyId: caller.agencyId,
    ownerIds: brandIds,
    period,
    page,
  });
  const nodes = await loadPeriodCloses(kernel, caller, lists.flat());
  return pagesOfEach(lists, page, { nodes, valueOf: (close) => String(close.period.endsAt) });
}
