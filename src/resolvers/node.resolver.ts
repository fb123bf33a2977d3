import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { kindOfId } from '../domain/ids.js';
import { BrandType } from '../schema/brand/brand-type.js';
import { PeriodCloseType } from '../schema/budget/period-close-type.js';
import { CampaignType } from '../schema/campaign/campaign-type.js';
import { StatusChangeType } from '../schema/history/status-change-type.js';
import { NodeType } from '../schema/node/node-type.js';
import { SpendEntryType } from '../schema/spend/spend-entry-type.js';
import type { GraphContext } from './context.js';
import { uuidOf } from './decode-ids.js';

type AnyNode = BrandType | CampaignType | SpendEntryType | StatusChangeType | PeriodCloseType;

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, { nullable: true, description: 'Anything by its global id.' })
  async node(
    @Arg('id', () => ID, { description: 'Its global id.' }) id: string,
    @Ctx() { loaders }: GraphContext,
  ): Promise<AnyNode | null> {
    const kind = kindOfId(id);
    switch (kind) {
      case 'brand':
        return found(await loaders.brands.load(uuidOf(kind, id)), (it) => new BrandType(it));
      case 'campaign':
        return found(await loaders.campaigns.load(uuidOf(kind, id)), (it) => new CampaignType(it));
      case 'entry':
        return found(
          await loaders.spendEntries.load(uuidOf(kind, id)),
          (it) => new SpendEntryType(it),
        );
      case 'change':
        return found(
          await loaders.statusChanges.load(uuidOf(kind, id)),
          (it) => new StatusChangeType(it),
        );
      case 'close':
        return found(
          await loaders.periodCloses.load(uuidOf(kind, id)),
          (it) => new PeriodCloseType(it),
        );
      case null:
        return null;
    }
  }
}

function found<T, N>(value: T | null, toNode: (value: T) => N): N | null {
  return value === null ? null : toNode(value);
}
