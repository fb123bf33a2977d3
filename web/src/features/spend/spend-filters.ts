import type {
  SpendEntryFilter,
  SpendEntryOrder,
  SpendEntryOrderField,
  SpendKind,
} from '../../client/generated/graphql.js';
import type { Filter } from '../../kit/list/column.js';
import { endOfDate, startOfDate } from '../../kit/format/wall-time.js';
import type { ListState, Sort } from '../../kit/list/list-state.js';

/** What the ledger can be narrowed down by, besides whose it is and when it happened. */
export const SPEND_FILTERS: readonly Filter[] = [
  {
    id: 'kind',
    label: 'Any kind',
    isSingle: true,
    options: [
      { value: 'SPEND', label: 'Spend' },
      { value: 'REFUND', label: 'Refunds' },
    ],
  },
  {
    id: 'active',
    label: 'Active or not',
    isSingle: true,
    options: [
      { value: 'yes', label: 'While active' },
      { value: 'no', label: 'While not active' },
    ],
  },
];

/** Those recorded last are first. */
export const DEFAULT_SPEND_SORT: Sort = { field: 'RECORDED_AT', direction: 'DESC' };

/** Of what the ledger is shown, whatever the address says, and on whose clocks its dates are. */
export interface LedgerScope {
  readonly brandId: string | null;
  readonly campaignId: string | null;
  readonly timeZone: string;
}

/** The filter that an address asks for. Its dates are whole days; what is no date is left out. */
export function spendFilterOf(
  { search, filters }: Pick<ListState, 'search' | 'filters'>,
  { brandId, campaignId, timeZone }: LedgerScope,
): SpendEntryFilter {
  const [fromDate] = filters.from ?? [];
  const [toDate] = filters.to ?? [];
  const [active] = filters.active ?? [];
  const eventId = search.trim();
  const from = fromDate === undefined ? null : startOfDate(fromDate, timeZone);
  const to = toDate === undefined ? null : endOfDate(toDate, timeZone);
  return {
    ...(brandId === null ? {} : { brandId }),
    ...(campaignId === null ? {} : { campaignId }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(eventId === '' ? {} : { eventId: [eventId] }),
    ...(filters.kind?.length ? { kind: filters.kind as SpendKind[] } : {}),
    ...(filters.source?.length ? { source: [...filters.source] } : {}),
    ...(active === undefined ? {} : { whileBlocked: active === 'no' }),
  };
}

/** The order that an address asks for. */
export function spendOrderOf(sort: Sort | null): SpendEntryOrder | null {
  if (sort === null) return null;
  return { field: sort.field as SpendEntryOrderField, direction: sort.direction };
}
