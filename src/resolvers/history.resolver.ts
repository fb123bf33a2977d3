import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { CampaignType } from '../schema/campaign/campaign-type.js';
import { StatusChangeConnection } from '../schema/history/status-change-connection.js';
import { StatusChangeType } from '../schema/history/status-change-type.js';
import { StatusChangesArgs } from '../schema/history/status-changes-args.js';
import type { Connection } from '../schema/paging/connection-types.js';
import { listStatusChanges } from '../services/history/list-status-changes.js';
import { Access } from './access.js';
import type { GraphContext } from './context.js';
import { toListStatusChangesRequest } from './mapping/history-requests.js';
import { loadCampaignType } from './mapping/load-campaign-type.js';
import { STATUS_CHANGE_ORDER } from './paging/list-order.js';
import { toConnection } from './paging/to-connection.js';

@Resolver(() => StatusChangeType)
export class HistoryResolver {
  @Access('campaign:read')
  @Query(() => StatusChangeConnection, { description: 'The history of all campaigns.' })
  async statusChanges(
    @Args(() => StatusChangesArgs) args: StatusChangesArgs,
    @Ctx() { kernel, caller }: GraphContext,
  ): Promise<Connection<StatusChangeType>> {
    const request = toListStatusChangesRequest(args);
    return toConnection(await listStatusChanges(kernel, caller, request), {
      order: STATUS_CHANGE_ORDER,
      request: request.page,
      toNode: (change) => new StatusChangeType(change),
    });
  }

  @FieldResolver(() => CampaignType, { description: 'The campaign.' })
  campaign(
    @Root() { change, knownCampaign }: StatusChangeType,
    @Ctx() { loaders }: GraphContext,
  ): CampaignType | Promise<CampaignType> {
    if (knownCampaign) return new CampaignType(knownCampaign);
    return loadCampaignType(loaders, change.campaignId);
  }
}
