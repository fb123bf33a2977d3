import type { SpendEntryFilter } from '../../client/generated/graphql.js';
import { dateAfter, startOfDate } from '../../kit/format/wall-time.js';
import type { ListState } from '../../kit/list/list-state.js';

/** Of what the ledger is shown, whatever the address says, and on whose clocks its dates are. */
export interface LedgerScope {
  readonly brandId: string | null;
  readonly campaignId: string | null;
  readonly timeZone: string;
}

/** The filter that an address asks for. Its dates are whole days; what is no date is left out. */
export function spendFilterOf(
  { filters }: Pick<ListState, 'search' | 'filters'>,
  { brandId, campaignId, timeZone }: LedgerScope,
): SpendEntryFilter {
  const [fromDate] = filters.from ?? [];
  const [toDate] = filters.to ?? [];
  const from = fromDate === undefined ? null : startOfDate(fromDate, timeZone);
  const next = toDate === undefined ? null : dateAfter(toDate);
  const to = next === null ? null : startOfDate(next, timeZone);
  return {
    ...(brandId === null ? {} : { brandId }),
    ...(campaignId === null ? {} : { campaignId }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}
