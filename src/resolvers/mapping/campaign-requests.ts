import type { DaypartingWindow } from '../../domain/schedule/window.js';
import type { CampaignFilterInput } from '../../schema/campaign/campaign-filter-input.js';
import type { CampaignsArgs } from '../../schema/campaign/campaigns-args.js';
import {
  type CreateCampaignInput,
  DEFAULT_DESIRED_STATUS,
} from '../../schema/campaign/create-campaign-input.js';
import type { UpdateCampaignInput } from '../../schema/campaign/update-campaign-input.js';
import type { DaypartingWindowInput } from '../../schema/schedule/dayparting-window-input.js';
import type { SetDaypartingScheduleInput } from '../../schema/schedule/set-dayparting-schedule-input.js';
import type {
  CampaignFilter,
  CampaignOrder,
  CreateCampaignRequest,
  ListCampaignsRequest,
  SetDaypartingScheduleRequest,
  UpdateCampaignRequest,
} from '../../services/campaigns/campaign-requests.js';
import { optionalUuid, uuidOf } from '../decode-ids.js';
import { campaignListOrder } from '../paging/list-order.js';
import { pageRequest } from '../paging/page-request.js';

const NEWEST_FIRST: CampaignOrder = { field: 'CREATED_AT', direction: 'DESC' };

export function toCreateCampaignRequest(input: CreateCampaignInput): CreateCampaignRequest {
  return {
    brandId: uuidOf('brand', input.brandId),
    name: input.name,
    externalId: input.externalId ?? null,
    desiredStatus: input.desiredStatus ?? DEFAULT_DESIRED_STATUS,
    dailyBudget: input.dailyBudget ?? null,
    monthlyBudget: input.monthlyBudget ?? null,
    startsAt: input.startsAt ?? null,
    endsAt: input.endsAt ?? null,
    windows: (input.windows ?? []).map(toWindow),
    idempotencyKey: input.idempotencyKey ?? null,
  };
}

export function toUpdateCampaignRequest(input: UpdateCampaignInput): UpdateCampaignRequest {
  return {
    id: uuidOf('campaign', input.id),
    version: input.version ?? null,
    name: input.name,
    externalId: input.externalId,
    desiredStatus: input.desiredStatus,
    dailyBudget: input.dailyBudget,
    monthlyBudget: input.monthlyBudget,
    startsAt: input.startsAt,
    endsAt: input.endsAt,
  };
}

export function toSetScheduleRequest(
  input: SetDaypartingScheduleInput,
): SetDaypartingScheduleRequest {
  return {
    campaignId: uuidOf('campaign', input.campaignId),
    version: input.version ?? null,
    windows: input.windows.map(toWindow),
  };
}

export function toListCampaignsRequest(args: CampaignsArgs): ListCampaignsRequest {
  const order: CampaignOrder = args.orderBy ?? NEWEST_FIRST;
  return {
    page: pageRequest(args, campaignListOrder(order)),
    filter: toCampaignFilter(args.filter),
    order,
  };
}

function toCampaignFilter(filter: CampaignFilterInput | null | undefined): CampaignFilter {
  return {
    brandId: optionalUuid('brand', filter?.brandId),
    search: filter?.search ?? null,
    status: filter?.status ?? null,
    desiredStatus: filter?.desiredStatus ?? null,
    blocker: filter?.blocker ?? null,
    externalId: filter?.externalId ?? null,
    utilizationAtLeast: filter?.utilizationAtLeast ?? null,
    atRisk: filter?.atRisk ?? null,
  };
}

function toWindow({ days, start, end }: DaypartingWindowInput): DaypartingWindow {
  return { days, startMinute: start, endMinute: end };
}
