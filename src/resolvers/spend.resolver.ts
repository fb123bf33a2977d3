import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Caller } from '../domain/access/caller.js';
import { CampaignType } from '../schema/campaign/campaign-type.js';
import type { Connection } from '../schema/paging/connection-types.js';
import { RecordRefundInput } from '../schema/spend/record-refund-input.js';
import { RecordSpendBatchPayload } from '../schema/spend/record-spend-batch-payload.js';
import { RecordSpendInput } from '../schema/spend/record-spend-input.js';
import { RecordSpendPayload } from '../schema/spend/record-spend-payload.js';
import { SpendEntriesArgs } from '../schema/spend/spend-entries-args.js';
import { SpendEntryConnection } from '../schema/spend/spend-entry-connection.js';
import { SpendEntryType } from '../schema/spend/spend-entry-type.js';
import { listSpendEntries } from '../services/spend/list-spend-entries.js';
import { recordRefund } from '../services/spend/record-refund.js';
import { recordSpendBatch } from '../services/spend/record-spend-batch.js';
import { recordSpend } from '../services/spend/record-spend.js';
import { Access } from './access.js';
import { By } from './by.js';
import type { GraphContext } from './context.js';
import { loadCampaignType } from './mapping/load-campaign-type.js';
import { toBatchPayload } from './mapping/batch-payload.js';
import {
  toListSpendEntriesRequest,
  toRecordRefundRequest,
  toRecordSpendRequest,
} from './mapping/spend-requests.js';
import { spendEntryListOrder } from './paging/list-order.js';
import { toConnection } from './paging/to-connection.js';

@Resolver(() => SpendEntryType)
export class SpendResolver {
  @Access('spend:read')
  @Query(() => SpendEntryConnection, { description: 'The ledger.' })
  async spendEntries(
    @Args(() => SpendEntriesArgs) args: SpendEntriesArgs,
    @Ctx() { kernel, caller }: GraphContext,
  ): Promise<Connection<SpendEntryType>> {
    const request = toListSpendEntriesRequest(args);
    return toConnection(await listSpendEntries(kernel, caller, request), {
      order: spendEntryListOrder(request.order),
      request: request.page,
      toNode: (entry) => new SpendEntryType(entry),
    });
  }

  @FieldResolver(() => CampaignType, { description: 'Whose money.' })
  campaign(
    @Root() { entry, knownCampaign }: SpendEntryType,
    @Ctx() { loaders }: GraphContext,
  ): CampaignType | Promise<CampaignType> {
    if (knownCampaign) return new CampaignType(knownCampaign);
    return loadCampaignType(loaders, entry.campaignId);
  }

  @FieldResolver(() => SpendEntryType, {
    nullable: true,
    description: 'The entry that a refund gives back from.',
  })
  async refundOf(
    @Root() { entry, knownCampaign }: SpendEntryType,
    @Ctx() { loaders }: GraphContext,
  ): Promise<SpendEntryType | null> {
    if (entry.refundOfId === null) return null;
    const refunded = await loaders.spendEntries.load(entry.refundOfId);
    return refunded && new SpendEntryType(refunded, knownCampaign);
  }

  @Access('spend:record')
  @Mutation(() => RecordSpendPayload, {
    description: 'Records a spend and enforces the budgets, in one transaction.',
  })
  async recordSpend(
    @Arg('input', () => RecordSpendInput, { description: 'The spend.' }) input: RecordSpendInput,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<RecordSpendPayload> {
    return new RecordSpendPayload(await recordSpend(kernel, caller, toRecordSpendRequest(input)));
  }

  @Access('spend:refund')
  @Mutation(() => RecordSpendPayload, {
    description: 'Records a refund in the period of its entry.',
  })
  async recordRefund(
    @Arg('input', () => RecordRefundInput, { description: 'The refund.' })
    input: RecordRefundInput,
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<RecordSpendPayload> {
    return new RecordSpendPayload(await recordRefund(kernel, caller, toRecordRefundRequest(input)));
  }

  @Access('spend:record')
  @Mutation(() => RecordSpendBatchPayload, {
    description:
      'Records up to 10 000 spends in one transaction. A refused entry does not refuse the others.',
  })
  async recordSpendBatch(
    @Arg('entries', () => [RecordSpendInput], { description: 'The spends, in their order.' })
    entries: RecordSpendInput[],
    @Ctx() { kernel }: GraphContext,
    @By() caller: Caller,
  ): Promise<RecordSpendBatchPayload> {
    const requests = entries.map(toRecordSpendRequest);
    return toBatchPayload(await recordSpendBatch(kernel, caller, requests));
  }
}
