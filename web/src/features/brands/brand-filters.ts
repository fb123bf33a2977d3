import type {
  BrandFilter,
  BrandOrder,
  BrandOrderField,
  BrandStatus,
} from '../../client/generated/graphql.js';
import type { Filter } from '../../kit/list/column.js';
import type { ListState, Sort } from '../../kit/list/list-state.js';

/** What brands can be narrowed down by. */
export const BRAND_FILTERS: readonly Filter[] = [
  {
    id: 'status',
    label: 'Active and paused',
    options: [
      { value: 'ACTIVE', label: 'Active' },
      { value: 'PAUSED', label: 'Paused' },
      { value: 'ARCHIVED', label: 'Archived' },
    ],
  },
];

export const DEFAULT_BRAND_SORT: Sort = { field: 'NAME', direction: 'ASC' };

const NOT_ARCHIVED: readonly BrandStatus[] = ['ACTIVE', 'PAUSED'];

/** The filter that an address asks for; archived brands are left out unless it asks for them. */
export function brandFilterOf({ search, filters }: ListState): BrandFilter {
  const asked = (filters.status ?? []) as readonly BrandStatus[];
  return {
    ...(search === '' ? {} : { search }),
    status: [...(asked.length === 0 ? NOT_ARCHIVED : asked)],
  };
}

/** The order that an address asks for. */
export function brandOrderOf(sort: Sort | null): BrandOrder | null {
  if (sort === null) return null;
  return { field: sort.field as BrandOrderField, direction: sort.direction };
}
