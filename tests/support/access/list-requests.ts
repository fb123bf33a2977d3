import type { PageRequest } from '../../../src/domain/paging/page.js';
import type { ListInvitationsRequest } from '../../../src/services/invitations/invitation-requests.js';
import type { ListKeysRequest } from '../../../src/services/keys/key-requests.js';
import type { ListMembersRequest } from '../../../src/services/members/member-requests.js';

const NEWEST_FIRST = { field: 'CREATED_AT', direction: 'DESC' } as const;

/** A page of all members, those who joined last first. */
export function membersRequest(page: PageRequest): ListMembersRequest {
  return { page, filter: { search: null, role: null, isDeactivated: null }, order: NEWEST_FIRST };
}

/** A page of all keys, the newest first. */
export function keysRequest(page: PageRequest): ListKeysRequest {
  return { page, filter: { search: null, role: null, state: null }, order: NEWEST_FIRST };
}

/** A page of all invitations, the newest first. */
export function invitationsRequest(page: PageRequest): ListInvitationsRequest {
  return { page, filter: { search: null, role: null, status: null }, order: NEWEST_FIRST };
}
