import { Field, ID, ObjectType } from 'type-graphql';
import type { Membership } from '../../domain/access/me.js';
import type { Role } from '../../domain/access/role.js';
import { encodeId } from '../../domain/ids.js';
import { AgencyType } from '../agency/agency-type.js';
import { RoleEnum } from '../member/role-enum.js';

@ObjectType('Membership', { description: 'What a person is in one of their agencies.' })
export class MembershipType {
  constructor(private readonly membership: Membership) {}

  @Field(() => AgencyType, { description: 'The agency.' })
  get agency(): AgencyType {
    return new AgencyType(this.membership.agency);
  }

  @Field(() => RoleEnum, { description: 'What they may do there.' })
  get role(): Role {
    return this.membership.role;
  }

  @Field(() => [ID], { nullable: true, description: 'For which brands; null: all.' })
  get brandIds(): readonly string[] | null {
    const { brandIds } = this.membership;
    return brandIds?.map((id) => encodeId('brand', id)) ?? null;
  }
}
