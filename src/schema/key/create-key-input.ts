import { Field, ID, InputType } from 'type-graphql';
import type { Role } from '../../domain/access/role.js';
import type { Instant } from '../../domain/time/instant.js';
import { RoleEnum } from '../member/role-enum.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@InputType('CreateKeyInput', { description: 'A new key.' })
export class CreateKeyInput {
  @Field(() => String, { description: '1 to 200 characters, such as what it is for.' })
  readonly name!: string;

  @Field(() => RoleEnum, { description: 'What it may do: any but OWNER.' })
  readonly role!: Role;

  @Field(() => [ID], {
    nullable: true,
    description: 'Which brands, 1 to 500, for a MANAGER, CLIENT or INGEST; absent or null: all.',
  })
  readonly brandIds?: readonly string[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on it is no longer good; absent or null: it does not end by itself.',
  })
  readonly expiresAt?: Instant | null;
}
