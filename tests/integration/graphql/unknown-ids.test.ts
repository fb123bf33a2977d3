import { beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../../src/domain/ids.js';
import { buildGraphSchema } from '../../../src/resolvers/build-schema.js';
import { ask } from '../../support/ask.js';
import { useWorld } from '../../support/world.js';
import {
  ActivateCampaignsDocument,
  CreateCampaignDocument,
  FindBrandDocument,
  FindCampaignDocument,
  FindNodeDocument,
  ListCampaignsDocument,
  ListSpendEntriesDocument,
  ListStatusChangesDocument,
  PauseCampaignsDocument,
  ReadOverviewDocument,
  RecordRefundDocument,
  RecordSpendBatchDocument,
  RecordSpendDocument,
  ResetBrandBudgetDocument,
  ResetBudgetsDocument,
  SetDaypartingScheduleDocument,
  UpdateBrandDocument,
  UpdateCampaignDocument,
} from '../../generated/graphql.js';

const schema = buildGraphSchema({ testClock: false });
const world = useWorld();
const api = { schema, world };
const STRANGE = '0197a3f0-0000-7000-8000-000000000001';

interface Ids {
  readonly brand: string;
  readonly campaign: string;
  readonly entry: string;
}

/** Ids that the caller cannot know, by why; those of another agency are made before the tests. */
const UNKNOWN: Record<string, () => Ids> = {
  malformed: () => ({ brand: 'brand_!', campaign: '', entry: '0' }),
  'of another type': () => ({
    brand: encodeId('campaign', STRANGE),
    campaign: encodeId('brand', STRANGE),
    entry: encodeId('change', STRANGE),
  }),
  'of nothing': () => idsOf({ brand: STRANGE, campaign: STRANGE, entry: STRANGE }),
  'of another agency': () => idsOf(foreign),
};

let foreign: Ids;

function idsOf({ brand, campaign, entry }: Ids): Ids {
  return {
    brand: encodeId('brand', brand),
    campaign: encodeId('campaign', campaign),
    entry: encodeId('entry', entry),
  };
}

/** The agency of this hook is none of a test's. */
beforeAll(async () => {
  await world.begin();
  const { brand } = await world.aBrand();
  const { campaign } = await world.aCampaign({ brandId: brand.id });
  const entry = await world.aSpend(campaign.id, '1');
  foreign = { brand: brand.id, campaign: campaign.id, entry: entry.id };
});

const notFound = (...field: string[]): unknown => [
  expect.objectContaining({ code: 'NOT_FOUND', field }),
];

describe.each(Object.keys(UNKNOWN))('ids %s', (why) => {
  const ids = (): Ids => UNKNOWN[why]?.() ?? foreign;

  test('are null where one object is asked for', async () => {
    const { brand, campaign, entry } = ids();
    expect(await ask(api, FindBrandDocument, { id: brand })).toEqual({ brand: null });
    expect(await ask(api, FindCampaignDocument, { id: campaign })).toEqual({ campaign: null });
    for (const id of [brand, campaign, entry]) {
      expect(await ask(api, FindNodeDocument, { id })).toEqual({ node: null });
    }
  });

  test('match nothing in filters', async () => {
    const own = await world.aCampaign({ brandId: (await world.aBrand()).brand.id });
    await world.aSpend(own.campaign.id, '1');
    const { brand, campaign } = ids();
    const byBrand = { filter: { brandId: brand } };
    const byCampaign = { filter: { campaignId: campaign } };
    expect((await ask(api, ListCampaignsDocument, byBrand)).campaigns.nodes).toEqual([]);
    for (const filter of [byBrand, byCampaign]) {
      const { spendEntries } = await ask(api, ListSpendEntriesDocument, filter);
      const { statusChanges } = await ask(api, ListStatusChangesDocument, filter);
      expect([spendEntries.nodes, statusChanges.nodes]).toEqual([[], []]);
    }
    const { overview } = await ask(api, ReadOverviewDocument, { brandId: brand });
    expect(overview).toMatchObject({ counts: [], atRisk: 0, totals: [] });
  });

  test('are NOT_FOUND where a brand is changed', async () => {
    const { brand } = ids();
    const updated = await ask(api, UpdateBrandDocument, { input: { id: brand, name: 'B' } });
    const reset = await ask(api, ResetBrandBudgetDocument, { id: brand, period: 'DAY' });
    const created = await ask(api, CreateCampaignDocument, {
      input: { brandId: brand, name: 'C' },
    });
    expect(updated.updateBrand).toEqual({ brand: null, userErrors: notFound('input', 'id') });
    expect(reset.resetBrandBudget).toEqual({ brand: null, userErrors: notFound('id') });
    expect(created.createCampaign).toEqual({
      campaign: null,
      userErrors: notFound('input', 'brandId'),
    });
  });

  test('are NOT_FOUND where a campaign is changed', async () => {
    const id = ids().campaign;
    const updated = await ask(api, UpdateCampaignDocument, { input: { id, name: 'C' } });
    const input = { campaignId: id, windows: [] };
    const scheduled = await ask(api, SetDaypartingScheduleDocument, { input });
    expect(updated.updateCampaign).toEqual({ campaign: null, userErrors: notFound('input', 'id') });
    expect(scheduled.setDaypartingSchedule).toEqual({
      campaign: null,
      userErrors: notFound('input', 'campaignId'),
    });
  });

  test('are NOT_FOUND alone among others in bulk', async () => {
    const { campaign } = await world.aCampaign({ brandId: (await world.aBrand()).brand.id });
    const own = encodeId('campaign', campaign.id);
    const sent = { ids: [ids().campaign, own] };
    const answers = [
      (await ask(api, ActivateCampaignsDocument, sent)).activateCampaigns,
      (await ask(api, PauseCampaignsDocument, sent)).pauseCampaigns,
      (await ask(api, ResetBudgetsDocument, { ...sent, period: 'MONTH' })).resetBudgets,
    ];
    for (const { results, userErrors } of answers) {
      expect(userErrors).toEqual([]);
      expect(results).toEqual([
        { id: sent.ids[0], campaign: null, userErrors: notFound('ids', '0') },
        { id: own, campaign: expect.objectContaining({ id: own }), userErrors: [] },
      ]);
    }
  });

  test('are NOT_FOUND where money is spent or given back', async () => {
    const { campaign, entry } = ids();
    const spend = { campaignId: campaign, amount: '1', eventId: `spend ${why}` };
    const refund = { entryId: entry, amount: '1', eventId: `refund ${why}` };
    const spent = await ask(api, RecordSpendDocument, { input: spend });
    const refunded = await ask(api, RecordRefundDocument, { input: refund });
    const batch = await ask(api, RecordSpendBatchDocument, { entries: [spend] });
    expect(spent.recordSpend).toEqual({
      entry: null,
      campaign: null,
      duplicate: false,
      userErrors: notFound('input', 'campaignId'),
    });
    expect(refunded.recordRefund.userErrors).toEqual(notFound('input', 'entryId'));
    expect(batch.recordSpendBatch).toMatchObject({
      recorded: 0,
      rejected: 1,
      results: [{ outcome: 'REJECTED', userErrors: notFound('entries', '0', 'campaignId') }],
    });
  });
});
