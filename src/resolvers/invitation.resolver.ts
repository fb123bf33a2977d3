import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Caller } from '../domain/access/caller.js';
import { BrandType } from '../schema/brand/brand-type.js';
import { AcceptInvitationInput } from '../schema/invitation/accept-invitation-input.js';
import { AcceptInvitationPayload } from '../schema/invitation/accept-invitation-payload.js';
import { InvitationConnection } from '../schema/invitation/invitation-connection.js';
import { InvitationPayload } from '../schema/invitation/invitation-payload.js';
import { InvitationType } from '../schema/invitation/invitation-type.js';
import { InvitationsArgs } from '../schema/invitation/invitations-args.js';
import { InviteMemberInput } from '../schema/invitation/invite-member-input.js';
import { InviteMemberPayload } from '../schema/invitation/invite-member-payload.js';
import type { CountedConnection } from '../schema/paging/connection-types.js';
import { acceptInvitation } from '../services/invitations/accept-invitation.js';
import { inviteMember } from '../services/invitations/invite-member.js';
import { listInvitations } from '../services/invitations/list-invitations.js';
import { revokeInvitation } from '../services/invitations/revoke-invitation.js';
import { Access } from './access.js';
import { By } from './by.js';
import type { GraphContext } from './context.js';
import { uuidOf } from './decode-ids.js';
import { toAcceptInvitationRequest, toInviteMemberRequest } from './mapping/access-requests.js';
import { toListInvitationsRequest } from './mapping/access-lists.js';
import { loadGrantedBrands } from './mapping/load-granted-brands.js';
import { invitationListOrder } from './paging/list-order.js';
import { toCountedConnection } from './paging/to-connection.js';

@Resolver(() => InvitationType)
export class InvitationResolver {
  @Access('member:read')
  @Query(() => InvitationConnection, {
    description: "The agency's invitations, whatever became of them.",
  })
  async invitations(
    @Args(() => InvitationsArgs) args: InvitationsArgs,
    @Ctx() { kernel, caller }: GraphContext,
  ): Promise<CountedConnection<InvitationType>> {
    const request = toListInvitationsRequest(args);
    return toCountedConnection(await listInvitations(kernel, caller, request), {
      order: invitationListOrder(request.order),
      request: request.page,
      toNode: (invitation) => new InvitationType(invitation),
    });
  }

  @FieldResolver(() => [BrandType], {
    nullable: true,
    description: 'The brands that they are to have to do with; null: all.',
  })
  brands(
    @Root() { invitation }: InvitationType,
    @Ctx() { loaders }: GraphContext,
  ): Promise<readonly BrandType[] | null> {
    return loadGrantedBrands(loaders, invitation);
  }

  @Access('member:write')
  @Mutation(() => InviteMemberPayload, {
    description:
      'Invites whoever has an e-mail address. Takes the place of an open invitation to the same address.',
  })
  async inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Who is invited, and as what.' })
    input: InviteMemberInput,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<InviteMemberPayload> {
    return new InviteMemberPayload(
      await inviteMember(kernel, caller, toInviteMemberRequest(input)),
    );
  }

  @Access('member:write')
  @Mutation(() => InvitationPayload, { description: 'Takes an invitation back.' })
  async revokeInvitation(
    @Arg('id', () => ID, { description: 'Which invitation.' }) id: string,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<InvitationPayload> {
    return new InvitationPayload(await revokeInvitation(kernel, caller, uuidOf('invitation', id)));
  }

  @Access('public')
  @Mutation(() => AcceptInvitationPayload, {
    description:
      'Uses an invitation: makes the person if they are new, makes them a member, and signs them in.',
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, {
      description: 'Which invitation, and who uses it.',
    })
    input: AcceptInvitationInput,
    @Ctx() { kernel, visit }: GraphContext,
  ): Promise<AcceptInvitationPayload> {
    const outcome = await acceptInvitation(kernel, toAcceptInvitationRequest(input, visit));
    if (!outcome.ok) return new AcceptInvitationPayload(outcome);
    const { agency, session } = outcome.value;
    visit.keepSession(session.token, session.maxAgeSeconds);
    return new AcceptInvitationPayload({ ok: true, value: agency });
  }
}
