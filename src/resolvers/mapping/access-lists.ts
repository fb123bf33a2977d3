import type { InvitationsArgs } from '../../schema/invitation/invitations-args.js';
import type { KeysArgs } from '../../schema/key/keys-args.js';
import type { MembersArgs } from '../../schema/member/members-args.js';
import type {
  InvitationOrder,
  ListInvitationsRequest,
} from '../../services/invitations/invitation-requests.js';
import type { KeyOrder, ListKeysRequest } from '../../services/keys/key-requests.js';
import type { ListMembersRequest, MemberOrder } from '../../services/members/member-requests.js';
import { invitationListOrder, keyListOrder, memberListOrder } from '../paging/list-order.js';
import { pageRequest } from '../paging/page-request.js';

const NEWEST_FIRST = { field: 'CREATED_AT', direction: 'DESC' } as const;

export function toListMembersRequest(args: MembersArgs): ListMembersRequest {
  const order: MemberOrder = args.orderBy ?? NEWEST_FIRST;
  return {
    page: pageRequest(args, memberListOrder(order)),
    filter: {
      search: args.filter?.search ?? null,
      role: args.filter?.role ?? null,
      isDeactivated: args.filter?.isDeactivated ?? null,
    },
    order,
  };
}

export function toListKeysRequest(args: KeysArgs): ListKeysRequest {
  const order: KeyOrder = args.orderBy ?? NEWEST_FIRST;
  return {
    page: pageRequest(args, keyListOrder(order)),
    filter: {
      search: args.filter?.search ?? null,
      role: args.filter?.role ?? null,
      state: args.filter?.state ?? null,
    },
    order,
  };
}

export function toListInvitationsRequest(args: InvitationsArgs): ListInvitationsRequest {
  const order: InvitationOrder = args.orderBy ?? NEWEST_FIRST;
  return {
    page: pageRequest(args, invitationListOrder(order)),
    filter: {
      search: args.filter?.search ?? null,
      role: args.filter?.role ?? null,
      status: args.filter?.status ?? null,
    },
    order,
  };
}
