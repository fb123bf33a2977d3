import { KEY_ROLES } from '../../../../src/domain/access/role.js';
import type {
  KeyFilter,
  KeyOrder,
  KeyOrderField,
  KeyState,
  Role,
} from '../../client/generated/graphql.js';
import type { Filter } from '../../kit/list/column.js';
import type { ListState, Sort } from '../../kit/list/list-state.js';
import { ROLE_NAMES } from '../people/roles.js';

/** What keys can be narrowed down by. */
export const KEY_FILTERS: readonly Filter[] = [
  {
    id: 'state',
    label: 'Any state',
    options: [
      { value: 'GOOD', label: 'Good' },
      { value: 'EXPIRED', label: 'Expired' },
      { value: 'REVOKED', label: 'Revoked' },
    ],
  },
  {
    id: 'role',
    label: 'Any role',
    options: KEY_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] })),
  },
];

/** The last that was made first. */
export const NEWEST_KEY_FIRST: Sort = { field: 'CREATED_AT', direction: 'DESC' };

/** The filter that an address asks for. */
export function keyFilterOf({ search, filters }: ListState): KeyFilter {
  const { state = [], role = [] } = filters;
  // What somebody typed into the address that does not exist is refused by the server, by its name.
  return {
    ...(search === '' ? {} : { search }),
    ...(state.length === 0 ? {} : { state: [...state] as KeyState[] }),
    ...(role.length === 0 ? {} : { role: [...role] as Role[] }),
  };
}

/** The order that an address asks for. */
export function keyOrderOf(sort: Sort | null): KeyOrder | null {
  return sort && { field: sort.field as KeyOrderField, direction: sort.direction };
}
