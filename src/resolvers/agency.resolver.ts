import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Caller } from '../domain/access/caller.js';
import { AgencyPayload } from '../schema/agency/agency-payload.js';
import { AgencyType } from '../schema/agency/agency-type.js';
import { UpdateAgencyInput } from '../schema/agency/update-agency-input.js';
import { findAgency } from '../services/agencies/find-agency.js';
import { updateAgency } from '../services/agencies/update-agency.js';
import { Access } from './access.js';
import { By } from './by.js';
import type { GraphContext } from './context.js';

@Resolver(() => AgencyType)
export class AgencyResolver {
  @Access('agency:read')
  @Query(() => AgencyType, { description: "The caller's agency." })
  async agency(@Ctx() { kernel, caller }: GraphContext): Promise<AgencyType> {
    return new AgencyType(await findAgency(kernel, caller));
  }

  @Access('agency:write')
  @Mutation(() => AgencyPayload, { description: "Changes the caller's agency." })
  async updateAgency(
    @Arg('input', () => UpdateAgencyInput, { description: 'What to change.' })
    input: UpdateAgencyInput,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<AgencyPayload> {
    return new AgencyPayload(await updateAgency(kernel, caller, { name: input.name }));
  }
}
