import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  ActivateCampaignsDocument,
  BrandSpendUpdatedDocument,
  CampaignStatusChangedDocument,
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
  SpendUpdatedDocument,
  UpdateBrandDocument,
  UpdateCampaignDocument,
  type UserErrorPartsFragment,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

const scenario = useScenario({ clock: '2026-07-15T12:00:00.000Z', lasts: 'THE_FILE' });

const brand = { id: '' };
const campaign = { id: '' };
const entry = { id: '' };
const change = { id: '' };

beforeAll(async () => {
  brand.id = (await scenario.aBrand()).id;
  campaign.id = (await scenario.aCampaign(brand, { dailyBudget: '10' })).id;
  entry.id = (await scenario.spend(campaign, '10')).entry.id;
  const { statusChanges } = await scenario.run(ListStatusChangesDocument, {});
  change.id = statusChanges.nodes[0]?.id ?? '';
});

interface Ids {
  readonly brand: string;
  readonly campaign: string;
  readonly entry: string;
}

const NOTHING: Ids = {
  brand: 'brand_00000000000000000000000001',
  campaign: 'campaign_01k00000000000000000000000',
  entry: 'entry_7zzzzzzzzzzzzzzzzzzzzzzzzz',
};

/** Ids that name no brand, no campaign and no entry, by why. */
const STRANGE: Record<string, () => Ids> = {
  'of nothing': () => NOTHING,
  malformed: () => ({ brand: 'brand_!', campaign: 'campaign_', entry: '0' }),
  empty: () => ({ brand: '', campaign: '', entry: '' }),
  'of no characters that can be stored': () => ({ brand: '\0', campaign: '\ud800', entry: '\n' }),
  'in another spelling': () => ({
    brand: brand.id.toUpperCase(),
    campaign: ` ${campaign.id}`,
    entry: entry.id.slice('entry_'.length),
  }),
  'too long': () => ({ brand: 'b'.repeat(999), campaign: '9'.repeat(999), entry: '_'.repeat(999) }),
  'of another type': () => ({ brand: campaign.id, campaign: entry.id, entry: change.id }),
  'with the prefix of another type': () => ({
    brand: campaign.id.replace('campaign', 'brand'),
    campaign: entry.id.replace('entry', 'campaign'),
    entry: brand.id.replace('brand', 'entry'),
  }),
};

describe.each(Object.entries(STRANGE))('ids %s', (_why, strange) => {
  test('are null in queries', async () => {
    const ids = strange();
    const { brand: one } = await scenario.run(FindBrandDocument, { id: ids.brand });
    const { campaign: other } = await scenario.run(FindCampaignDocument, { id: ids.campaign });
    expect([one, other]).toEqual([null, null]);
    const own = [brand.id, campaign.id, entry.id, change.id];
    for (const id of [ids.brand, ids.campaign, ids.entry]) {
      // Of another type: there it is an id of something.
      if (own.includes(id)) continue;
      expect(await scenario.run(FindNodeDocument, { id })).toEqual({ node: null });
    }
  });

  test('match nothing in filters', async () => {
    const ids = strange();
    const [byBrand, byCampaign] = [{ brandId: ids.brand }, { campaignId: ids.campaign }];
    for (const filter of [byBrand, byCampaign, { brandId: brand.id, ...byCampaign }]) {
      const { spendEntries } = await scenario.run(ListSpendEntriesDocument, { filter });
      const { statusChanges } = await scenario.run(ListStatusChangesDocument, { filter });
      expect([spendEntries.nodes, statusChanges.nodes]).toEqual([[], []]);
    }
    const { campaigns } = await scenario.run(ListCampaignsDocument, { filter: byBrand });
    expect(campaigns).toMatchObject({ nodes: [], totalCount: 0 });
    const { overview } = await scenario.run(ReadOverviewDocument, byBrand);
    expect(overview).toMatchObject({ counts: [], atRisk: 0, totals: [] });
  });

  test('are NOT_FOUND in mutations, in the same words, and nothing changes', async () => {
    const before = [await scenario.brand(brand), await scenario.campaign(campaign)];
    const refusals = await refusalsOf(strange());
    expect(refusals.flatMap(refusalLines)).toEqual([
      'input.id NOT_FOUND',
      'id NOT_FOUND',
      'input.brandId NOT_FOUND',
      'input.id NOT_FOUND',
      'input.campaignId NOT_FOUND',
      'ids.0 NOT_FOUND',
      'ids.0 NOT_FOUND',
      'ids.0 NOT_FOUND',
      'input.campaignId NOT_FOUND',
      'entries.0.campaignId NOT_FOUND',
      'input.entryId NOT_FOUND',
    ]);
    expect(refusals).toEqual(await refusalsOf(NOTHING));
    expect([await scenario.brand(brand), await scenario.campaign(campaign)]).toEqual(before);
  });
});

/** Why each mutation with the ids was refused. */
async function refusalsOf(strange: Ids): Promise<(readonly UserErrorPartsFragment[])[]> {
  const [id, ids] = [strange.campaign, [strange.campaign, campaign.id]];
  const spend = { campaignId: id, amount: '1', eventId: 'spend' };
  const refund = { entryId: strange.entry, amount: '1', eventId: 'refund' };
  const news = { brandId: strange.brand, name: 'Other' };
  const schedule = { campaignId: id, windows: [] };
  const answers = [
    (await scenario.run(UpdateBrandDocument, { input: { id: strange.brand, name: 'Other' } }))
      .updateBrand,
    (await scenario.run(ResetBrandBudgetDocument, { id: strange.brand, period: 'DAY' }))
      .resetBrandBudget,
    (await scenario.run(CreateCampaignDocument, { input: news })).createCampaign,
    (await scenario.run(UpdateCampaignDocument, { input: { id, name: 'Other' } })).updateCampaign,
    (await scenario.run(SetDaypartingScheduleDocument, { input: schedule })).setDaypartingSchedule,
    ...(await scenario.run(ActivateCampaignsDocument, { ids })).activateCampaigns.results,
    ...(await scenario.run(PauseCampaignsDocument, { ids: [id] })).pauseCampaigns.results,
    ...(await scenario.run(ResetBudgetsDocument, { ids: [id], period: 'DAY' })).resetBudgets
      .results,
    (await scenario.run(RecordSpendDocument, { input: spend })).recordSpend,
    ...(await scenario.run(RecordSpendBatchDocument, { entries: [spend] })).recordSpendBatch
      .results,
    (await scenario.run(RecordRefundDocument, { input: refund })).recordRefund,
  ];
  return answers.map(({ userErrors }) => userErrors);
}

test('external ids of nothing are null, nothing and NOT_FOUND, too', async () => {
  for (const externalId of ['nobody', '', '\0', '\ud800', 'ü']) {
    expect(await scenario.run(FindBrandDocument, { externalId })).toEqual({ brand: null });
    expect(await scenario.run(FindCampaignDocument, { externalId })).toEqual({ campaign: null });
    const filter = { externalId: [externalId] };
    const { campaigns } = await scenario.run(ListCampaignsDocument, { filter });
    expect(campaigns.totalCount).toBe(0);
    const input = { campaignExternalId: externalId, amount: '1', eventId: 'spend' };
    const { recordSpend } = await scenario.run(RecordSpendDocument, { input });
    expect(refusalLines(recordSpend.userErrors)).toEqual(['input.campaignExternalId NOT_FOUND']);
  }
});

test('all of them are silence in subscriptions', async () => {
  const silent = [];
  for (const strange of Object.values(STRANGE)) {
    const ids = strange();
    const [byBrand, byCampaign] = [{ brandId: ids.brand }, { campaignId: ids.campaign }];
    for (const filter of [byBrand, byCampaign, { ...byBrand, ...byCampaign }]) {
      silent.push(await scenario.watch(CampaignStatusChangedDocument, filter));
    }
    for (const filter of [byBrand, byCampaign]) {
      silent.push(await scenario.watch(SpendUpdatedDocument, filter));
    }
    silent.push(await scenario.watch(BrandSpendUpdatedDocument, byBrand));
  }
  const changes = await scenario.watchChanges({ campaignId: campaign.id });
  const totals = await scenario.watch(BrandSpendUpdatedDocument, { brandId: brand.id });
  await scenario.refund(entry, '5');
  await changes.next();
  await scenario.spend(campaign, '5');
  await Promise.all([changes.next(), totals.next()]);
  for (const recorder of silent) {
    recorder.end();
    await expect(recorder.next()).rejects.toThrow('the subscription has ended');
  }
});

test.each([
  ['neither', () => ({})],
  ['nulls', () => ({ id: null, externalId: null })],
  ['both', () => ({ id: brand.id, externalId: 'x' })],
])('an id and an external id: %s is refused', async (_what, keys) => {
  for (const operation of [FindBrandDocument, FindCampaignDocument]) {
    const { errors } = await scenario.send(operation.toString(), keys());
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  }
});
