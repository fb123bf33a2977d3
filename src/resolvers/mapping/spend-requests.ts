import { InputError } from '../../domain/errors.js';
import type { RecordRefundInput } from '../../schema/spend/record-refund-input.js';
import { DEFAULT_SOURCE, type RecordSpendInput } from '../../schema/spend/record-spend-input.js';
import type { SpendEntriesArgs } from '../../schema/spend/spend-entries-args.js';
import type {
  ListSpendEntriesRequest,
  RecordRefundRequest,
  RecordSpendRequest,
  SpendEntryOrder,
} from '../../services/spend/spend-requests.js';
import { optionalUuid, uuidOf } from '../decode-ids.js';
import { spendEntryListOrder } from '../paging/list-order.js';
import { pageRequest } from '../paging/page-request.js';

const RECORDED_LAST_FIRST: SpendEntryOrder = { field: 'RECORDED_AT', direction: 'DESC' };
/** As many as a page has rows: each is looked up by itself. */
const MAX_EVENT_IDS = 100;

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

/** Throws an InputError where it names more events than a page has rows. */
export function toListSpendEntriesRequest(args: SpendEntriesArgs): ListSpendEntriesRequest {
  const order: SpendEntryOrder = args.orderBy ?? RECORDED_LAST_FIRST;
  return {
    page: pageRequest(args, spendEntryListOrder(order)),
    filter: {
      brandId: optionalUuid('brand', args.filter?.brandId),
      campaignId: optionalUuid('campaign', args.filter?.campaignId),
      from: args.filter?.from ?? null,
      to: args.filter?.to ?? null,
      kind: args.filter?.kind ?? null,
      source: args.filter?.source ?? null,
      eventId: eventIdsIn(args.filter?.eventId ?? null),
      whileBlocked: args.filter?.whileBlocked ?? null,
    },
    order,
  };
}

function eventIdsIn(eventIds: readonly string[] | null): readonly string[] | null {
  if (eventIds === null || eventIds.length <= MAX_EVENT_IDS) return eventIds;
  const message = `At most ${MAX_EVENT_IDS} events can be looked for, not ${eventIds.length}.`;
  throw new InputError(['filter', 'eventId'], message);
}
