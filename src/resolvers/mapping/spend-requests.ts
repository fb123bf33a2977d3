import type { RecordRefundInput } from '../../schema/spend/record-refund-input.js';
import { DEFAULT_SOURCE, type RecordSpendInput } from '../../schema/spend/record-spend-input.js';
import type { SpendEntriesArgs } from '../../schema/spend/spend-entries-args.js';
import type {
  ListSpendEntriesRequest,
  RecordRefundRequest,
  RecordSpendRequest,
} from '../../services/spend/spend-requests.js';
import { optionalUuid, uuidOf } from '../decode-ids.js';
import { SPEND_ENTRY_ORDER } from '../paging/list-order.js';
import { pageRequest } from '../paging/page-request.js';

export function toRecordSpendRequest(input: RecordSpendInput): RecordSpendRequest {
  return {
    campaignId: optionalUuid('campaign', input.campaignId),
    campaignExternalId: input.campaignExternalId ?? null,
    amount: input.amount,
    currency: input.currency ?? null,
    eventId: input.eventId,
    source: input.source ?? DEFAULT_SOURCE,
    occurredAt: input.occurredAt ?? null,
  };
}

export function toRecordRefundRequest(input: RecordRefundInput): RecordRefundRequest {
  return {
    entryId: uuidOf('entry', input.entryId),
    amount: input.amount,
    eventId: input.eventId,
    source: input.source ?? DEFAULT_SOURCE,
  };
}

export function toListSpendEntriesRequest(args: SpendEntriesArgs): ListSpendEntriesRequest {
  return {
    page: pageRequest(args, SPEND_ENTRY_ORDER),
    filter: {
      brandId: optionalUuid('brand', args.filter?.brandId),
      campaignId: optionalUuid('campaign', args.filter?.campaignId),
      from: args.filter?.from ?? null,
      to: args.filter?.to ?? null,
    },
  };
}
