import type { StatusChangeFilter } from '../../client/generated/graphql.js';
import type { ListState } from '../../kit/list/list-state.js';
import { endOfDate, startOfDate } from '../../kit/format/wall-time.js';

/** The filter that an address asks for; its dates are days of `timeZone`, the last one included. */
export function historyFilterOf(
  { filters }: Pick<ListState, 'filters'>,
  timeZone: string,
): StatusChangeFilter {
  const [brandId] = filters.brand ?? [];
  const from = startOfDate(filters.from?.[0] ?? '', timeZone);
  const to = endOfDate(filters.to?.[0] ?? '', timeZone);
  return {
    ...(brandId === undefined ? {} : { brandId }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}
