import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Caller } from '../domain/access/caller.js';
import type { BudgetPeriod } from '../domain/time/period.js';
import { BrandConnection } from '../schema/brand/brand-connection.js';
import { BrandPayload } from '../schema/brand/brand-payload.js';
import { BrandType } from '../schema/brand/brand-type.js';
import { BrandsArgs } from '../schema/brand/brands-args.js';
import { CreateBrandInput } from '../schema/brand/create-brand-input.js';
import { UpdateBrandInput } from '../schema/brand/update-brand-input.js';
import { BudgetPeriodEnum } from '../schema/budget/budget-period-enum.js';
import { PeriodCloseConnection } from '../schema/budget/period-close-connection.js';
import { PeriodCloseType } from '../schema/budget/period-close-type.js';
import { PeriodClosesArgs } from '../schema/budget/period-closes-args.js';
import { CampaignConnection } from '../schema/campaign/campaign-connection.js';
import { CampaignType } from '../schema/campaign/campaign-type.js';
import { CampaignsArgs } from '../schema/campaign/campaigns-args.js';
import type { Connection, CountedConnection } from '../schema/paging/connection-types.js';
import { SpendPointType } from '../schema/spend/spend-point-type.js';
import { SpendSeriesArgs } from '../schema/spend/spend-series-args.js';
import { createBrand } from '../services/brands/create-brand.js';
import { findBrand } from '../services/brands/find-brand.js';
import { listBrands } from '../services/brands/list-brands.js';
import { updateBrand } from '../services/brands/update-brand.js';
import { resetBrandBudget } from '../services/budgets/reset-brand-budget.js';
import { Access } from './access.js';
import { By } from './by.js';
import type { GraphContext } from './context.js';
import { uuidOf } from './decode-ids.js';
import {
  toCreateBrandRequest,
  toListBrandsRequest,
  toUpdateBrandRequest,
} from './mapping/brand-requests.js';
import { toListCampaignsRequest } from './mapping/campaign-requests.js';
import { findKey } from './mapping/find-key.js';
import { toSpendPoints } from './mapping/spend-points.js';
import { brandListOrder, campaignListOrder, PERIOD_CLOSE_ORDER } from './paging/list-order.js';
import { pageRequest } from './paging/page-request.js';
import { toConnection, toCountedConnection } from './paging/to-connection.js';

@Resolver(() => BrandType)
export class BrandResolver {
  @Access('brand:read')
  @Query(() => BrandType, {
    nullable: true,
    description: 'A brand by id or externalId (exactly one).',
  })
  async brand(
    @Ctx() { kernel, caller }: GraphContext,
    @Arg('id', () => ID, { nullable: true, description: 'Its global id.' })
    id?: string | null,
    @Arg('externalId', () => String, { nullable: true, description: "The caller's own key." })
    externalId?: string | null,
  ): Promise<BrandType | null> {
    const snapshot = await findBrand(kernel, caller, findKey('brand', id, externalId));
    return snapshot && new BrandType(snapshot);
  }

  @Access('brand:read')
  @Query(() => BrandConnection, { description: 'Brands.' })
  async brands(
    @Args(() => BrandsArgs) args: BrandsArgs,
    @Ctx() { kernel, caller }: GraphContext,
  ): Promise<CountedConnection<BrandType>> {
    const request = toListBrandsRequest(args);
    return toCountedConnection(await listBrands(kernel, caller, request), {
      order: brandListOrder(request.order),
      request: request.page,
      toNode: (snapshot) => new BrandType(snapshot),
    });
  }

  @FieldResolver(() => CampaignConnection, { description: 'Its campaigns.' })
  async campaigns(
    @Root() { snapshot }: BrandType,
    @Args(() => CampaignsArgs) args: CampaignsArgs,
    @Ctx() { loaders }: GraphContext,
  ): Promise<CountedConnection<CampaignType>> {
    const request = toListCampaignsRequest(args);
    return toCountedConnection(await loaders.campaignsOfBrands.load(snapshot.brand.id, request), {
      order: campaignListOrder(request.order),
      request: request.page,
      toNode: (campaign) => new CampaignType(campaign),
    });
  }

  @FieldResolver(() => [SpendPointType], {
    description:
      'True spend in local hours, days or months that touch [from, to), gaps as zero; at most 1 000 points.',
  })
  async spendSeries(
    @Root() { snapshot: { brand } }: BrandType,
    @Args(() => SpendSeriesArgs) args: SpendSeriesArgs,
    @Ctx() { loaders }: GraphContext,
  ): Promise<SpendPointType[]> {
    const owner = { kind: 'BRAND', id: brand.id, timeZone: brand.timeZone } as const;
    return toSpendPoints(await loaders.spendSeries.load(owner, args), brand.currency);
  }

  @FieldResolver(() => PeriodCloseConnection, { description: 'Its ended periods, newest first.' })
  async periodCloses(
    @Root() { snapshot }: BrandType,
    @Args(() => PeriodClosesArgs) args: PeriodClosesArgs,
    @Ctx() { loaders }: GraphContext,
  ): Promise<Connection<PeriodCloseType>> {
    const page = pageRequest(args, PERIOD_CLOSE_ORDER);
    const request = { period: args.period ?? null, page };
    return toConnection(await loaders.closesOfBrands.load(snapshot.brand.id, request), {
      order: PERIOD_CLOSE_ORDER,
      request: page,
      toNode: (close) => new PeriodCloseType(close),
    });
  }

  @Access('brand:create')
  @Mutation(() => BrandPayload, { description: 'Makes a brand.' })
  async createBrand(
    @Arg('input', () => CreateBrandInput, { description: 'The brand to make.' })
    input: CreateBrandInput,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<BrandPayload> {
    return new BrandPayload(await createBrand(kernel, caller, toCreateBrandRequest(input)));
  }

  @Access('brand:write')
  @Mutation(() => BrandPayload, {
    description: 'Changes, pauses, archives or restores a brand.',
  })
  async updateBrand(
    @Arg('input', () => UpdateBrandInput, { description: 'Which brand, and what to change.' })
    input: UpdateBrandInput,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<BrandPayload> {
    return new BrandPayload(await updateBrand(kernel, caller, toUpdateBrandRequest(input)));
  }

  @Access('budget:reset')
  @Mutation(() => BrandPayload, {
    description: "The same for a brand's own caps; its campaigns' are untouched.",
  })
  async resetBrandBudget(
    @Arg('id', () => ID, { description: 'Which brand.' }) id: string,
    @Arg('period', () => BudgetPeriodEnum, { description: 'Its current day or month.' })
    period: BudgetPeriod,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<BrandPayload> {
    const request = { id: uuidOf('brand', id), period };
    return new BrandPayload(await resetBrandBudget(kernel, caller, request));
  }
}
