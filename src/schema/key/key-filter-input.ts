import { Field, InputType } from 'type-graphql';
import type { KeyState } from '../../domain/access/api-key.js';
import type { Role } from '../../domain/access/role.js';
import { RoleEnum } from '../member/role-enum.js';
import { KeyStateEnum } from './key-state-enum.js';

@InputType('KeyFilter', { description: 'Which keys. All that is given must hold.' })
export class KeyFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of the name or prefix, in any case.' })
  readonly search?: string | null;

  @Field(() => [RoleEnum], { nullable: true, description: 'One of these.' })
  readonly role?: readonly Role[] | null;

  @Field(() => [KeyStateEnum], { nullable: true, description: 'One of these.' })
  readonly state?: readonly KeyState[] | null;
}
