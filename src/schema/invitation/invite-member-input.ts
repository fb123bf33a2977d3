import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/access/role.js';
import { RoleEnum } from '../member/role-enum.js';

@InputType('InviteMemberInput', { description: 'An invitation to the agency.' })
export class InviteMemberInput {
  @Field(() => String, { description: 'The e-mail address of whoever is invited.' })
  readonly email!: string;

  @Field(() => RoleEnum, { description: 'What they are to be: any but INGEST.' })
  readonly role!: Role;

  @Field(() => [ID], {
    nullable: true,
    description: 'Which brands, 1 to 500, for a MANAGER or CLIENT; absent or null: all.',
  })
  readonly brandIds?: readonly string[] | null;
}
