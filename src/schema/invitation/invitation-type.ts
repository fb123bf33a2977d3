import { Field, ID, ObjectType } from 'type-graphql';
import type { Invitation, InvitationStatus } from '../../domain/access/invitation.js';
import type { Role } from '../../domain/access/role.js';
import { encodeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { RoleEnum } from '../member/role-enum.js';
import { NodeType } from '../node/node-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { InvitationStatusEnum } from './invitation-status-enum.js';

@ObjectType('Invitation', {
  implements: NodeType,
  description: 'An invitation of whoever has an e-mail address to the agency.',
})
export class InvitationType implements NodeType {
  constructor(readonly invitation: Invitation) {}

  @Field(() => ID, { description: 'Its global id.' })
  get id(): string {
    return encodeId('invitation', this.invitation.id);
  }

  @Field(() => String, { description: 'The e-mail address, in lower case.' })
  get email(): string {
    return this.invitation.email;
  }

  @Field(() => RoleEnum, { description: 'What they are to be.' })
  get role(): Role {
    return this.invitation.role;
  }

  @Field(() => InvitationStatusEnum, { description: 'What became of it.' })
  get status(): InvitationStatus {
    return this.invitation.status;
  }

  @Field(() => String, {
    description: 'The name of the person or key that invited, or "Paceline".',
  })
  get invitedBy(): string {
    return this.invitation.invitedBy;
  }

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  get createdAt(): Instant {
    return this.invitation.createdAt;
  }

  @Field(() => DateTimeScalar, { description: 'Until when its link can be used, in real time.' })
  get expiresAt(): Instant {
    return this.invitation.expiresAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its link was used; null: it was not.',
  })
  get acceptedAt(): Instant | null {
    return this.invitation.acceptedAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was taken back; null: it was not.',
  })
  get revokedAt(): Instant | null {
    return this.invitation.revokedAt;
  }
}
