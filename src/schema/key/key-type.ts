import { Field, ID, ObjectType } from 'type-graphql';
import type { ApiKey } from '../../domain/access/api-key.js';
import type { Role } from '../../domain/access/role.js';
import { encodeId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { RoleEnum } from '../member/role-enum.js';
import { NodeType } from '../node/node-type.js';
import { DateTimeScalar } from '../scalars/date-time-scalar.js';

@ObjectType('Key', {
  implements: NodeType,
  description: "A machine's key to the agency. Its token is shown once, when it is made.",
})
export class KeyType implements NodeType {
  constructor(readonly key: ApiKey) {}

  @Field(() => ID, { description: 'Its global id.' })
  get id(): string {
    return encodeId('key', this.key.id);
  }

  @Field(() => String, { description: 'Its name; need not be unique.' })
  get name(): string {
    return this.key.name;
  }

  @Field(() => String, { description: 'How its token begins, to know it by.' })
  get prefix(): string {
    return this.key.prefix;
  }

  @Field(() => RoleEnum, { description: 'What it may do.' })
  get role(): Role {
    return this.key.role;
  }

  @Field(() => String, {
    description: 'The name of the person or key that made it, or "Paceline".',
  })
  get createdBy(): string {
    return this.key.createdBy;
  }

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  get createdAt(): Instant {
    return this.key.createdAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last used, give or take a minute; null: never.',
  })
  get lastUsedAt(): Instant | null {
    return this.key.lastUsedAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'From when on it is no longer good, in real time; null: it does not end by itself.',
  })
  get expiresAt(): Instant | null {
    return this.key.expiresAt;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was revoked; null: it was not.',
  })
  get revokedAt(): Instant | null {
    return this.key.revokedAt;
  }
}
