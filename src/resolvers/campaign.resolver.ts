import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Caller } from '../domain/access/caller.js';
import type { BudgetPeriod } from '../domain/time/period.js';
import { BudgetPeriodEnum } from '../schema/budget/budget-period-enum.js';
import { BulkCampaignPayload } from '../schema/campaign/bulk-campaign-payload.js';
import { CampaignConnection } from '../schema/campaign/campaign-connection.js';
import { CampaignPayload } from '../schema/campaign/campaign-payload.js';
import { CampaignType } from '../schema/campaign/campaign-type.js';
import { CampaignsArgs } from '../schema/campaign/campaigns-args.js';
import { CreateCampaignInput } from '../schema/campaign/create-campaign-input.js';
import { UpdateCampaignInput } from '../schema/campaign/update-campaign-input.js';
import { StatusChangeConnection } from '../schema/history/status-change-connection.js';
import { StatusChangeType } from '../schema/history/status-change-type.js';
import type { Connection, CountedConnection } from '../schema/paging/connection-types.js';
import { PageArgs } from '../schema/paging/page-args.js';
import { SetDaypartingScheduleInput } from '../schema/schedule/set-dayparting-schedule-input.js';
import { SpendPointType } from '../schema/spend/spend-point-type.js';
import { SpendSeriesArgs } from '../schema/spend/spend-series-args.js';
import { resetBudgets } from '../services/budgets/reset-budgets.js';
import { activateCampaigns } from '../services/campaigns/activate-campaigns.js';
import { createCampaign } from '../services/campaigns/create-campaign.js';
import { findCampaign } from '../services/campaigns/find-campaign.js';
import { listCampaigns } from '../services/campaigns/list-campaigns.js';
import { pauseCampaigns } from '../services/campaigns/pause-campaigns.js';
import { setDaypartingSchedule } from '../services/campaigns/set-dayparting-schedule.js';
import { updateCampaign } from '../services/campaigns/update-campaign.js';
import { Access } from './access.js';
import { By } from './by.js';
import type { GraphContext } from './context.js';
import { uuidOf } from './decode-ids.js';
import {
  toCreateCampaignRequest,
  toListCampaignsRequest,
  toSetScheduleRequest,
  toUpdateCampaignRequest,
} from './mapping/campaign-requests.js';
import { findKey } from './mapping/find-key.js';
import { toBulkPayload } from './mapping/bulk-payload.js';
import { toSpendPoints } from './mapping/spend-points.js';
import { campaignListOrder, STATUS_CHANGE_ORDER } from './paging/list-order.js';
import { pageRequest } from './paging/page-request.js';
import { toConnection, toCountedConnection } from './paging/to-connection.js';

const IDS = { description: 'Which campaigns, 1 to 500.' };

@Resolver(() => CampaignType)
export class CampaignResolver {
  @Access('campaign:read')
  @Query(() => CampaignType, {
    nullable: true,
    description: 'A campaign by id or externalId (exactly one).',
  })
  async campaign(
    @Ctx() { kernel, caller }: GraphContext,
    @Arg('id', () => ID, { nullable: true, description: 'Its global id.' })
    id?: string | null,
    @Arg('externalId', () => String, { nullable: true, description: "The caller's own key." })
    externalId?: string | null,
  ): Promise<CampaignType | null> {
    const snapshot = await findCampaign(kernel, caller, findKey('campaign', id, externalId));
    return snapshot && new CampaignType(snapshot);
  }

  @Access('campaign:read')
  @Query(() => CampaignConnection, { description: 'Campaigns.' })
  async campaigns(
    @Args(() => CampaignsArgs) args: CampaignsArgs,
    @Ctx() { kernel, caller }: GraphContext,
  ): Promise<CountedConnection<CampaignType>> {
    const request = toListCampaignsRequest(args);
    return toCountedConnection(await listCampaigns(kernel, caller, request), {
      order: campaignListOrder(request.order),
      request: request.page,
      toNode: (snapshot) => new CampaignType(snapshot),
    });
  }

  @FieldResolver(() => StatusChangeConnection, { description: 'Its history, newest first.' })
  async statusChanges(
    @Root() { snapshot }: CampaignType,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: GraphContext,
  ): Promise<Connection<StatusChangeType>> {
    const request = pageRequest(args, STATUS_CHANGE_ORDER);
    return toConnection(await loaders.histories.load(snapshot.campaign.id, request), {
      order: STATUS_CHANGE_ORDER,
      request,
      toNode: (change) => new StatusChangeType(change, snapshot),
    });
  }

  @FieldResolver(() => [SpendPointType], {
    description:
      'True spend in local hours, days or months that touch [from, to), gaps as zero; at most 1 000 points.',
  })
  async spendSeries(
    @Root() { snapshot: { campaign, brand } }: CampaignType,
    @Args(() => SpendSeriesArgs) args: SpendSeriesArgs,
    @Ctx() { loaders }: GraphContext,
  ): Promise<SpendPointType[]> {
    const owner = { kind: 'CAMPAIGN', id: campaign.id, timeZone: brand.timeZone } as const;
    return toSpendPoints(await loaders.spendSeries.load(owner, args), brand.currency);
  }

  @Access('campaign:write')
  @Mutation(() => CampaignPayload, { description: 'Makes a campaign.' })
  async createCampaign(
    @Arg('input', () => CreateCampaignInput, { description: 'The campaign to make.' })
    input: CreateCampaignInput,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<CampaignPayload> {
    return new CampaignPayload(
      await createCampaign(kernel, caller, toCreateCampaignRequest(input)),
    );
  }

  @Access('campaign:write')
  @Mutation(() => CampaignPayload, {
    description: 'Changes, pauses, archives or restores a campaign.',
  })
  async updateCampaign(
    @Arg('input', () => UpdateCampaignInput, { description: 'Which campaign, and what to change.' })
    input: UpdateCampaignInput,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<CampaignPayload> {
    return new CampaignPayload(
      await updateCampaign(kernel, caller, toUpdateCampaignRequest(input)),
    );
  }

  @Access('campaign:write')
  @Mutation(() => CampaignPayload, { description: "Replaces a campaign's schedule." })
  async setDaypartingSchedule(
    @Arg('input', () => SetDaypartingScheduleInput, {
      description: 'Which campaign, and its whole new schedule.',
    })
    input: SetDaypartingScheduleInput,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<CampaignPayload> {
    const request = toSetScheduleRequest(input);
    return new CampaignPayload(await setDaypartingSchedule(kernel, caller, request));
  }

  @Access('campaign:write')
  @Mutation(() => BulkCampaignPayload, {
    description:
      'Sets desiredStatus ACTIVE on up to 500 campaigns; a cap or a closed window still holds.',
  })
  async activateCampaigns(
    @Arg('ids', () => [ID], IDS) ids: string[],
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<BulkCampaignPayload> {
    return toBulkPayload(ids, await activateCampaigns(kernel, caller, uuidsOf(ids)));
  }

  @Access('campaign:write')
  @Mutation(() => BulkCampaignPayload, {
    description: 'Sets desiredStatus PAUSED on up to 500 campaigns.',
  })
  async pauseCampaigns(
    @Arg('ids', () => [ID], IDS) ids: string[],
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<BulkCampaignPayload> {
    return toBulkPayload(ids, await pauseCampaigns(kernel, caller, uuidsOf(ids)));
  }

  @Access('budget:reset')
  @Mutation(() => BulkCampaignPayload, {
    description:
      "Sets the current period's spend of up to 500 campaigns aside, so that spent is zero again; the ledger keeps it.",
  })
  async resetBudgets(
    @Arg('ids', () => [ID], IDS) ids: string[],
    @Arg('period', () => BudgetPeriodEnum, { description: 'Their current day or month.' })
    period: BudgetPeriod,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<BulkCampaignPayload> {
    const request = { ids: uuidsOf(ids), period };
    return toBulkPayload(ids, await resetBudgets(kernel, caller, request));
  }
}

function uuidsOf(ids: readonly string[]): string[] {
  return ids.map((id) => uuidOf('campaign', id));
}
