import type { AcceptInvitationInput } from '../../schema/invitation/accept-invitation-input.js';
import type { InviteMemberInput } from '../../schema/invitation/invite-member-input.js';
import type { CreateKeyInput } from '../../schema/key/create-key-input.js';
import type { UpdateMemberInput } from '../../schema/member/update-member-input.js';
import type {
  AcceptInvitationRequest,
  InviteMemberRequest,
} from '../../services/invitations/invitation-requests.js';
import type { CreateKeyRequest } from '../../services/keys/key-requests.js';
import type { UpdateMemberRequest } from '../../services/members/member-requests.js';
import type { Visit } from '../context.js';
import { uuidOf } from '../decode-ids.js';

export function toUpdateMemberRequest({
  id,
  role,
  brandIds,
}: UpdateMemberInput): UpdateMemberRequest {
  return {
    id: uuidOf('person', id),
    role,
    brandIds: brandIds === undefined ? undefined : brandUuids(brandIds),
  };
}

export function toInviteMemberRequest({
  email,
  role,
  brandIds,
}: InviteMemberInput): InviteMemberRequest {
  return { email, role, brandIds: brandUuids(brandIds) };
}

export function toAcceptInvitationRequest(
  { token, name, password }: AcceptInvitationInput,
  { identity, origin, userAgent, requestId }: Visit,
): AcceptInvitationRequest {
  const credential = identity?.credential;
  return {
    token,
    name: name ?? null,
    password: password ?? null,
    signedInAs: credential?.kind === 'SESSION' ? credential.personId : null,
    origin,
    userAgent,
    requestId,
  };
}

export function toCreateKeyRequest(input: CreateKeyInput): CreateKeyRequest {
  return {
    name: input.name,
    role: input.role,
    brandIds: brandUuids(input.brandIds),
    expiresAt: input.expiresAt ?? null,
  };
}

function brandUuids(ids: readonly string[] | null | undefined): readonly string[] | null {
  return ids?.map((id) => uuidOf('brand', id)) ?? null;
}
