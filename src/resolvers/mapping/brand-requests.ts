import type { BrandsArgs } from '../../schema/brand/brands-args.js';
import { type CreateBrandInput, DEFAULT_TIME_ZONE } from '../../schema/brand/create-brand-input.js';
import type { UpdateBrandInput } from '../../schema/brand/update-brand-input.js';
import type {
  BrandOrder,
  CreateBrandRequest,
  ListBrandsRequest,
  UpdateBrandRequest,
} from '../../services/brands/brand-requests.js';
import { uuidOf } from '../decode-ids.js';
import { brandListOrder } from '../paging/list-order.js';
import { pageRequest } from '../paging/page-request.js';

const NEWEST_FIRST: BrandOrder = { field: 'CREATED_AT', direction: 'DESC' };

export function toCreateBrandRequest(input: CreateBrandInput): CreateBrandRequest {
  return {
    name: input.name,
    externalId: input.externalId ?? null,
    currency: input.currency,
    timeZone: input.timeZone ?? DEFAULT_TIME_ZONE,
    dailyBudget: input.dailyBudget ?? null,
    monthlyBudget: input.monthlyBudget ?? null,
    idempotencyKey: input.idempotencyKey ?? null,
  };
}

export function toUpdateBrandRequest(input: UpdateBrandInput): UpdateBrandRequest {
  return {
    id: uuidOf('brand', input.id),
    version: input.version ?? null,
    name: input.name,
    externalId: input.externalId,
    timeZone: input.timeZone,
    status: input.status,
    dailyBudget: input.dailyBudget,
    monthlyBudget: input.monthlyBudget,
  };
}

export function toListBrandsRequest(args: BrandsArgs): ListBrandsRequest {
  const order: BrandOrder = args.orderBy ?? NEWEST_FIRST;
  return {
    page: pageRequest(args, brandListOrder(order)),
    filter: {
      search: args.filter?.search ?? null,
      status: args.filter?.status ?? null,
      externalId: args.filter?.externalId ?? null,
      currency: args.filter?.currency ?? null,
    },
    order,
  };
}
