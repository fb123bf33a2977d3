import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Caller } from '../domain/access/caller.js';
import { BrandType } from '../schema/brand/brand-type.js';
import { MemberConnection } from '../schema/member/member-connection.js';
import { MemberPayload } from '../schema/member/member-payload.js';
import { MemberType } from '../schema/member/member-type.js';
import { MembersArgs } from '../schema/member/members-args.js';
import { UpdateMemberInput } from '../schema/member/update-member-input.js';
import type { CountedConnection } from '../schema/paging/connection-types.js';
import { listMembers } from '../services/members/list-members.js';
import { removeMember } from '../services/members/remove-member.js';
import { updateMember } from '../services/members/update-member.js';
import { Access } from './access.js';
import { By } from './by.js';
import type { GraphContext } from './context.js';
import { uuidOf } from './decode-ids.js';
import { toUpdateMemberRequest } from './mapping/access-requests.js';
import { toListMembersRequest } from './mapping/access-lists.js';
import { loadGrantedBrands } from './mapping/load-granted-brands.js';
import { memberListOrder } from './paging/list-order.js';
import { toCountedConnection } from './paging/to-connection.js';

@Resolver(() => MemberType)
export class MemberResolver {
  @Access('member:read')
  @Query(() => MemberConnection, {
    description: "The agency's members.",
  })
  async members(
    @Args(() => MembersArgs) args: MembersArgs,
    @Ctx() { kernel, caller }: GraphContext,
  ): Promise<CountedConnection<MemberType>> {
    const request = toListMembersRequest(args);
    return toCountedConnection(await listMembers(kernel, caller, request), {
      order: memberListOrder(request.order),
      request: request.page,
      toNode: (member) => new MemberType(member),
    });
  }

  @FieldResolver(() => [BrandType], {
    nullable: true,
    description: 'The brands that they have to do with; null: all.',
  })
  brands(
    @Root() { member }: MemberType,
    @Ctx() { loaders }: GraphContext,
  ): Promise<readonly BrandType[] | null> {
    return loadGrantedBrands(loaders, member);
  }

  @Access('member:write')
  @Mutation(() => MemberPayload, {
    description:
      "Changes a member's role and brands. Nobody changes who stands above them, or raises anybody above themselves.",
  })
  async updateMember(
    @Arg('input', () => UpdateMemberInput, { description: 'Which member, and what to change.' })
    input: UpdateMemberInput,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<MemberPayload> {
    return new MemberPayload(await updateMember(kernel, caller, toUpdateMemberRequest(input)));
  }

  @Access('member:write')
  @Mutation(() => MemberPayload, {
    description: 'Takes a person out of the agency. Its last owner stays.',
  })
  async removeMember(
    @Arg('id', () => ID, { description: "Which member: the person's id." }) id: string,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<MemberPayload> {
    return new MemberPayload(await removeMember(kernel, caller, uuidOf('person', id)));
  }
}
