import type {
  InvitationFilter,
  InvitationOrder,
  InvitationOrderField,
  InvitationStatus,
  MemberFilter,
  MemberOrder,
  MemberOrderField,
  Role,
} from '../../client/generated/graphql.js';
import { MEMBER_ROLES } from '../../../../src/domain/access/role.js';
import type { Filter } from '../../kit/list/column.js';
import type { ListState, Sort } from '../../kit/list/list-state.js';
import { ROLE_NAMES } from './roles.js';

const ROLE_FILTER: Filter = {
  id: 'role',
  label: 'Any role',
  options: MEMBER_ROLES.map((role) => ({ value: role, label: ROLE_NAMES[role] })),
};

/** What members can be narrowed down by. */
export const MEMBER_FILTERS: readonly Filter[] = [
  ROLE_FILTER,
  {
    id: 'state',
    label: 'Any state',
    isSingle: true,
    options: [
      { value: 'active', label: 'Can sign in' },
      { value: 'deactivated', label: 'Deactivated' },
    ],
  },
];

/** What invitations can be narrowed down by. */
export const INVITATION_FILTERS: readonly Filter[] = [
  {
    id: 'status',
    label: 'Any status',
    options: [
      { value: 'OPEN', label: 'Open' },
      { value: 'ACCEPTED', label: 'Accepted' },
      { value: 'EXPIRED', label: 'Expired' },
      { value: 'REVOKED', label: 'Taken back' },
    ],
  },
  ROLE_FILTER,
];

/** The last that came first. */
export const NEWEST_FIRST: Sort = { field: 'CREATED_AT', direction: 'DESC' };

/** The filter of members that an address asks for. */
export function memberFilterOf({ search, filters }: ListState): MemberFilter {
  const [state] = filters.state ?? [];
  return {
    ...searchAndRole(search, filters.role),
    ...(state === undefined ? {} : { isDeactivated: state === 'deactivated' }),
  };
}

/** The filter of invitations that an address asks for. */
export function invitationFilterOf({ search, filters }: ListState): InvitationFilter {
  const status = (filters.status ?? []) as readonly InvitationStatus[];
  return {
    ...searchAndRole(search, filters.role),
    ...(status.length === 0 ? {} : { status: [...status] }),
  };
}

/** The order of members that an address asks for. */
export function memberOrderOf(sort: Sort | null): MemberOrder | null {
  return sort && { field: sort.field as MemberOrderField, direction: sort.direction };
}

/** The order of invitations that an address asks for. */
export function invitationOrderOf(sort: Sort | null): InvitationOrder | null {
  return sort && { field: sort.field as InvitationOrderField, direction: sort.direction };
}

function searchAndRole(
  search: string,
  // What does not exist is refused by the server, by its name.
  role: readonly string[] = [],
): { readonly search?: string; readonly role?: Role[] } {
  return {
    ...(search === '' ? {} : { search }),
    ...(role.length === 0 ? {} : { role: [...role] as Role[] }),
  };
}
