import { Field, InputType } from 'type-graphql';
import type { InvitationStatus } from '../../domain/access/invitation.js';
import type { Role } from '../../domain/access/role.js';
import { RoleEnum } from '../member/role-enum.js';
import { InvitationStatusEnum } from './invitation-status-enum.js';

@InputType('InvitationFilter', { description: 'Which invitations. All that is given must hold.' })
export class InvitationFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of the e-mail address, in any case.' })
  readonly search?: string | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'One of these.' })
  readonly role?: readonly Role[] | null;

  @Field(() => [InvitationStatusEnum], { nullable: true, description: 'One of these.' })
  readonly status?: readonly InvitationStatus[] | null;
}
