import { Field, InputType } from 'type-graphql';
import type { Role } from '../../domain/access/role.js';
import { RoleEnum } from './role-enum.js';

@InputType('MemberFilter', { description: 'Which members. All that is given must hold.' })
export class MemberFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or e-mail address, in any case.',
  })
  readonly search?: string | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'One of these.' })
  readonly role?: readonly Role[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the person can no longer sign in anywhere.',
  })
  readonly isDeactivated?: boolean | null;
}
