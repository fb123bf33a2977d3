import { Field, ID, ObjectType } from 'type-graphql';
import type { Member } from '../../domain/access/member.js';
import type { Role } from '../../domain/access/role.js';
import { encodeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { NodeType } from '../node/node-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';
import { RoleEnum } from './role-enum.js';

@ObjectType('Member', {
  implements: NodeType,
  description: "A person in the caller's agency, and what they are there.",
})
export class MemberType implements NodeType {
  constructor(readonly member: Member) {}

  @Field(() => ID, { description: "The person's global id." })
  get id(): string {
    return encodeId('person', this.member.personId);
  }

  @Field(() => String, { description: "The person's e-mail address, in lower case." })
  get email(): string {
    return this.member.email;
  }

  @Field(() => String, { description: "The person's name." })
  get name(): string {
    return this.member.name;
  }

  @Field(() => RoleEnum, { description: 'What they may do.' })
  get role(): Role {
    return this.member.role;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the person can no longer sign in; null: they can.',
  })
  get deactivatedAt(): Instant | null {
    return this.member.deactivatedAt;
  }

  @Field(() => DateTimeScalar, { description: 'When they joined the agency.' })
  get createdAt(): Instant {
    return this.member.createdAt;
  }

  @Field(() => DateTimeScalar, { description: 'When their role or brands last changed.' })
  get updatedAt(): Instant {
    return this.member.updatedAt;
  }
}
