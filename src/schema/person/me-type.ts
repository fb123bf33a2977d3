import { Field, ID, ObjectType } from 'type-graphql';
import type { Actor } from '../../domain/access/caller.js';
import type { Me } from '../../domain/access/me.js';
import type { Role } from '../../domain/access/role.js';
import { encodeId } from '../../domain/ids.js';
import { ActorType } from '../actor/actor-type.js';
import { AgencyType } from '../agency/agency-type.js';
import { RoleEnum } from '../member/role-enum.js';
import { MembershipType } from './membership-type.js';
import { PersonType } from './person-type.js';

@ObjectType('Me', { description: 'Who asks, where they are, and what they may do there.' })
export class MeType {
  constructor(private readonly me: Me) {}

  @Field(() => ActorType, { description: 'As whom the history and the audit log know them.' })
  get actor(): Actor {
    return this.me.actor;
  }

  @Field(() => PersonType, { nullable: true, description: 'The person; null: it is a key.' })
  get person(): PersonType | null {
    return this.me.person && new PersonType(this.me.person);
  }

  @Field(() => AgencyType, {
    nullable: true,
    description: 'The agency that they are in now; null: none. See switchAgency.',
  })
  get agency(): AgencyType | null {
    return this.me.standing && new AgencyType(this.me.standing.agency);
  }

  @Field(() => RoleEnum, { nullable: true, description: 'What they are in it.' })
  get role(): Role | null {
    return this.me.standing?.role ?? null;
  }

  @Field(() => [ID], { nullable: true, description: 'For which of its brands; null: all.' })
  get brandIds(): readonly string[] | null {
    return this.me.standing?.brandIds?.map((id) => encodeId('brand', id)) ?? null;
  }

  @Field(() => [String], {
    description: 'What they may do in it, such as campaign:write; empty in no agency.',
  })
  get permissions(): readonly string[] {
    return this.me.standing?.permissions ?? [];
  }

  @Field(() => [MembershipType], {
    description:
      'What they are in all their agencies, the one they joined first first; of a key, none.',
  })
  get memberships(): readonly MembershipType[] {
    return this.me.memberships.map((membership) => new MembershipType(membership));
  }
}
