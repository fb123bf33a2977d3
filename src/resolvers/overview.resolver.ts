import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { OverviewType } from '../schema/overview/overview-type.js';
import { readOverview } from '../services/overview/read-overview.js';
import { Access } from './access.js';
import type { GraphContext } from './context.js';
import { optionalUuid } from './decode-ids.js';

@Resolver()
export class OverviewResolver {
  @Access('campaign:read')
  @Query(() => OverviewType, {
    description: 'What a monitor shows first: of the agency, or of one brand.',
  })
  async overview(
    @Ctx() { kernel, caller }: GraphContext,
    @Arg('brandId', () => ID, { nullable: true, description: 'Of this brand; absent: of all.' })
    brandId?: string | null,
  ): Promise<OverviewType> {
    const overview = await readOverview(kernel, caller, optionalUuid('brand', brandId));
    return new OverviewType(overview);
  }
}
