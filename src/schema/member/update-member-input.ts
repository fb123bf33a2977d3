import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/access/role.js';
import { RoleEnum } from './role-enum.js';

@InputType('UpdateMemberInput', { description: 'A change of a member. Absent: unchanged.' })
export class UpdateMemberInput {
  @Field(() => ID, { description: "Which member: the person's id." })
  readonly id!: string;

  @Field(() => RoleEnum, { nullable: true, description: 'Any but INGEST.' })
  readonly role?: Role | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Which brands, 1 to 500, for a MANAGER or CLIENT; null: all. Absent: as they are, or all if the new role is for all.',
  })
  readonly brandIds?: readonly string[] | null;
}
