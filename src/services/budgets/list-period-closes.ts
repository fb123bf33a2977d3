import type { Caller } from '../../domain/access/caller.js';
import type { PeriodClose } from '../../domain/budget/period-close.js';
import { cutPage } from '../../domain/paging/cut-page.js';
import type { Page, PageItem } from '../../domain/paging/page.js';
import { pagePeriodCloses } from '../../persistence/queries/page-period-closes.js';
import type { Kernel } from '../kernel.js';
import type { ListPeriodClosesRequest } from './budget-requests.js';

/** A page of a brand's ended periods, newest (periodEnd, id) first. */
export async function listPeriodCloses(
  { database }: Kernel,
  { agencyId }: Caller,
  { brandId, period, page }: ListPeriodClosesRequest,
): Promise<Page<PeriodClose>> {
  const closes = await pagePeriodCloses(database, { agencyId, brandId, period, page });
  const { rows, hasNextPage } = cutPage(closes, page);
  return { items: rows.map(itemOf), hasNextPage };
}

function itemOf(close: PeriodClose): PageItem<PeriodClose> {
  return { node: close, position: { value: String(close.period.endsAt), id: close.id } };
}
