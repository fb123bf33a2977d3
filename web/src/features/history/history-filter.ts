import type { StatusChangeFilter } from '../../client/generated/graphql.js';
import type { ListState } from '../../kit/list/list-state.js';
import { readWallTime } from '../campaigns/wall-time.js';

const MS_PER_DAY = 86_400_000;
const DATE_PATTERN = /^\d{4}-\d\d-\d\d$/;

/** The filter that an address asks for; its dates are days of `timeZone`, the last one included. */
export function historyFilterOf(
  { filters }: Pick<ListState, 'filters'>,
  timeZone: string,
): StatusChangeFilter {
  const [brandId] = filters.brand ?? [];
  const from = startOf(filters.from?.[0], timeZone);
  const to = startOf(dayAfter(filters.to?.[0]), timeZone);
  return {
    ...(brandId === undefined ? {} : { brandId }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  };
}

function startOf(date: string | undefined, timeZone: string): string | null {
  return date === undefined ? null : (readWallTime(`${date}T00:00`, timeZone)?.instant ?? null);
}

function dayAfter(date: string | undefined): string | undefined {
  if (date === undefined || !DATE_PATTERN.test(date)) return undefined;
  const midnight = Date.parse(date);
  if (Number.isNaN(midnight)) return undefined;
  return new Date(midnight + MS_PER_DAY).toISOString().slice(0, 10);
}
