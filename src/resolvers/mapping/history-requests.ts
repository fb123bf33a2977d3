import type { StatusChangesArgs } from '../../schema/history/status-changes-args.js';
import type { ListStatusChangesRequest } from '../../services/history/history-requests.js';
import { optionalUuid } from '../decode-ids.js';
import { STATUS_CHANGE_ORDER } from '../paging/list-order.js';
import { pageRequest } from '../paging/page-request.js';

export function toListStatusChangesRequest(args: StatusChangesArgs): ListStatusChangesRequest {
  return {
    page: pageRequest(args, STATUS_CHANGE_ORDER),
    filter: {
      brandId: optionalUuid('brand', args.filter?.brandId),
      campaignId: optionalUuid('campaign', args.filter?.campaignId),
      from: args.filter?.from ?? null,
      to: args.filter?.to ?? null,
      cause: args.filter?.cause ?? null,
      toStatus: args.filter?.toStatus ?? null,
    },
  };
}
