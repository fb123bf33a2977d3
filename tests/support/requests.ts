import type {
  CreateBrandRequest,
  UpdateBrandRequest,
} from '../../src/services/brands/brand-requests.js';
import type {
  CreateCampaignRequest,
  UpdateCampaignRequest,
} from '../../src/services/campaigns/campaign-requests.js';
import type { RecordSpendRequest } from '../../src/services/spend/spend-requests.js';

let serial = 0;

function next(): string {
  serial += 1;
  return String(serial);
}

/** A brand in euros and UTC without caps, but for what is given. */
export function brandRequest(details: Partial<CreateBrandRequest> = {}): CreateBrandRequest {
  return {
    name: `Brand ${next()}`,
    externalId: null,
    currency: 'EUR',
    timeZone: 'UTC',
    dailyBudget: null,
    monthlyBudget: null,
    idempotencyKey: null,
    ...details,
  };
}

/** A change of a brand that changes only what is given. */
export function brandPatch(
  patch: Partial<UpdateBrandRequest> & Pick<UpdateBrandRequest, 'id'>,
): UpdateBrandRequest {
  return {
    version: null,
    name: undefined,
    externalId: undefined,
    timeZone: undefined,
    status: undefined,
    dailyBudget: undefined,
    monthlyBudget: undefined,
    ...patch,
  };
}

/** An ACTIVE campaign without caps, flight or schedule, but for what is given. */
export function campaignRequest(
  details: Partial<CreateCampaignRequest> & Pick<CreateCampaignRequest, 'brandId'>,
): CreateCampaignRequest {
  return {
    name: `Campaign ${next()}`,
    externalId: null,
    desiredStatus: 'ACTIVE',
    dailyBudget: null,
    monthlyBudget: null,
    startsAt: null,
    endsAt: null,
    windows: [],
    idempotencyKey: null,
    ...details,
  };
}

/** A change of a campaign that changes only what is given. */
export function campaignPatch(
  patch: Partial<UpdateCampaignRequest> & Pick<UpdateCampaignRequest, 'id'>,
): UpdateCampaignRequest {
  return {
    version: null,
    name: undefined,
    externalId: undefined,
    desiredStatus: undefined,
    dailyBudget: undefined,
    monthlyBudget: undefined,
    startsAt: undefined,
    endsAt: undefined,
    ...patch,
  };
}

/** A spend of a campaign under an event id of its own, now, but for what is given. */
export function spendRequest(
  details: Partial<RecordSpendRequest> & Pick<RecordSpendRequest, 'campaignId' | 'amount'>,
): RecordSpendRequest {
  return {
    campaignExternalId: null,
    currency: null,
    eventId: `event-${next()}`,
    source: 'api',
    occurredAt: null,
    ...details,
  };
}
