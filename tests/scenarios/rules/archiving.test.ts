import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  ActivateCampaignsDocument,
  type BrandPartsFragment,
  type CampaignPartsFragment,
  CreateCampaignDocument,
  PauseCampaignsDocument,
  ResetBrandBudgetDocument,
  ResetBudgetsDocument,
  SetDaypartingScheduleDocument,
  UpdateBrandDocument,
  type UpdateBrandInput,
  UpdateCampaignDocument,
  type UpdateCampaignInput,
} from '../../generated/graphql.js';
import type { Identified } from '../../support/scenario/reader.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

const scenario = useScenario({ clock: '2026-07-15T12:00:00Z', lasts: 'THE_FILE' });

const EDITS: Omit<UpdateCampaignInput & UpdateBrandInput, 'id'>[] = [
  { name: 'Other' },
  { externalId: null },
  { dailyBudget: '20' },
  { monthlyBudget: null },
];

const RESTORATIONS = [{ desiredStatus: 'ACTIVE' as const }, { desiredStatus: 'PAUSED' as const }];

let brand: BrandPartsFragment;
let campaign: CampaignPartsFragment;

beforeEach(async () => {
  brand = await scenario.aBrand({ dailyBudget: '10' });
  campaign = await scenario.aCampaign(brand, { dailyBudget: '10' });
});

const archiveBrand = () => scenario.updateBrand(brand, { status: 'ARCHIVED' });
const archiveCampaign = () => scenario.updateCampaign(campaign, { desiredStatus: 'ARCHIVED' });

async function brandRefusals(changes: Omit<UpdateBrandInput, 'id'>): Promise<readonly string[]> {
  const input = { id: brand.id, ...changes };
  const { updateBrand } = await scenario.run(UpdateBrandDocument, { input });
  return refusalLines(updateBrand.userErrors);
}

async function campaignRefusals(
  { id }: Identified,
  changes: Omit<UpdateCampaignInput, 'id'>,
): Promise<readonly string[]> {
  const { updateCampaign } = await scenario.run(UpdateCampaignDocument, {
    input: { id, ...changes },
  });
  return refusalLines(updateCampaign.userErrors);
}

/** Why all but an update of a campaign is refused: scheduling, activating, pausing, resetting. */
async function otherRefusals({ id }: Identified): Promise<readonly string[]> {
  const input = { campaignId: id, windows: [] };
  const schedule = await scenario.run(SetDaypartingScheduleDocument, { input });
  const bulk = [
    (await scenario.run(ActivateCampaignsDocument, { ids: [id] })).activateCampaigns,
    (await scenario.run(PauseCampaignsDocument, { ids: [id] })).pauseCampaigns,
    (await scenario.run(ResetBudgetsDocument, { ids: [id], period: 'DAY' })).resetBudgets,
    (await scenario.run(ResetBudgetsDocument, { ids: [id], period: 'MONTH' })).resetBudgets,
  ];
  expect(bulk.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const results = bulk.flatMap((payload) => payload.results);
  expect(results.map(({ campaign: none }) => none)).toEqual([null, null, null, null]);
  const errors = results.flatMap(({ userErrors }) => userErrors);
  return refusalLines([...schedule.setDaypartingSchedule.userErrors, ...errors]);
}

const ALL_OTHERS = [
  'input.campaignId ARCHIVED',
  ...['ids.0 ARCHIVED', 'ids.0 ARCHIVED', 'ids.0 ARCHIVED', 'ids.0 ARCHIVED'],
];

describe('an archived campaign', () => {
  test('is not edited, scheduled, activated, paused or reset', async () => {
    await scenario.spend(campaign, '5');
    const before = await archiveCampaign();
    for (const changes of [...EDITS, { desiredStatus: 'ARCHIVED' as const }]) {
      expect(await campaignRefusals(campaign, changes)).toEqual(['input.id ARCHIVED']);
    }
    expect(await otherRefusals(campaign)).toEqual(ALL_OTHERS);
    expect(await scenario.campaign(campaign)).toEqual(before);
  });

  test('refuses nothing to its siblings and its brand', async () => {
    await archiveCampaign();
    const sibling = await scenario.aCampaign(brand);
    const ids = [campaign.id, sibling.id];
    const { pauseCampaigns } = await scenario.run(PauseCampaignsDocument, { ids });
    expect(pauseCampaigns.results.map((result) => result.campaign?.desiredStatus)).toEqual([
      undefined,
      'PAUSED',
    ]);
    expect((await scenario.updateBrand(brand, { name: 'Other' })).name).toBe('Other');
  });

  test.each(['ACTIVE', 'PAUSED'] as const)(
    'is restored by an update to %s, which may carry other fields',
    async (desiredStatus) => {
      await archiveCampaign();
      const changes = { desiredStatus, name: 'Restored', dailyBudget: '30', externalId: null };
      const restored = await scenario.updateCampaign(campaign, changes);
      expect(restored).toMatchObject({
        desiredStatus,
        status: desiredStatus,
        name: 'Restored',
        dailyBudget: { amount: '30' },
        version: 3,
      });
    },
  );

  test('stays so if the update that restores it has a flaw', async () => {
    const before = await archiveCampaign();
    const changes = { desiredStatus: 'ACTIVE' as const, name: '', dailyBudget: '0' };
    expect(await campaignRefusals(campaign, changes)).toEqual([
      'input.name INVALID',
      'input.dailyBudget OUT_OF_RANGE',
    ]);
    expect(await scenario.campaign(campaign)).toEqual(before);
  });
});

describe('an archived brand', () => {
  test('is not edited or reset, and nothing is created under it', async () => {
    await scenario.spend(campaign, '5');
    const before = await archiveBrand();
    const edits = [...EDITS, { timeZone: 'Asia/Tokyo' }, { status: 'ARCHIVED' as const }];
    for (const changes of edits) {
      expect(await brandRefusals(changes)).toEqual(['input.id ARCHIVED']);
    }
    for (const period of ['DAY', 'MONTH'] as const) {
      const { resetBrandBudget } = await scenario.run(ResetBrandBudgetDocument, {
        id: brand.id,
        period,
      });
      expect(refusalLines(resetBrandBudget.userErrors)).toEqual(['id ARCHIVED']);
    }
    const input = { brandId: brand.id, name: 'New' };
    const { createCampaign } = await scenario.run(CreateCampaignDocument, { input });
    expect(refusalLines(createCampaign.userErrors)).toEqual(['input.brandId ARCHIVED']);
    expect(await scenario.brand(brand)).toEqual(before);
  });

  test('has no campaign changed in any way, not even restored', async () => {
    const archived = await scenario.aCampaign(brand);
    await scenario.updateCampaign(archived, { desiredStatus: 'ARCHIVED' });
    await archiveBrand();
    for (const one of [campaign, archived]) {
      const before = await scenario.campaign(one);
      for (const changes of [...EDITS, ...RESTORATIONS]) {
        expect(await campaignRefusals(one, changes)).toEqual(['input.id ARCHIVED']);
      }
      expect(await otherRefusals(one)).toEqual(ALL_OTHERS);
      expect(await scenario.campaign(one)).toEqual(before);
    }
  });

  test("leaves its campaigns' desiredStatus as it is, also when it is restored", async () => {
    const paused = await scenario.aCampaign(brand, { desiredStatus: 'PAUSED' });
    const desired = async () => {
      const both = [await scenario.campaign(campaign), await scenario.campaign(paused)];
      return both.map(({ desiredStatus, status }) => [desiredStatus, status]);
    };
    await archiveBrand();
    expect(await desired()).toEqual([
      ['ACTIVE', 'INACTIVE'],
      ['PAUSED', 'INACTIVE'],
    ]);
    await scenario.updateBrand(brand, { status: 'ACTIVE' });
    expect(await desired()).toEqual([
      ['ACTIVE', 'ACTIVE'],
      ['PAUSED', 'PAUSED'],
    ]);
  });

  test.each(['ACTIVE', 'PAUSED'] as const)(
    'is restored by an update to %s, which may carry other fields',
    async (status) => {
      await archiveBrand();
      const changes = { status, name: 'Restored', timeZone: 'Asia/Tokyo', dailyBudget: null };
      expect(await scenario.updateBrand(brand, changes)).toMatchObject({ ...changes, version: 3 });
      expect((await scenario.aCampaign(brand)).status).toBe(status);
    },
  );
});

test('a campaign that is created as ARCHIVED is INVALID', async () => {
  const input = { brandId: brand.id, name: 'New', desiredStatus: 'ARCHIVED' as const };
  const { createCampaign } = await scenario.run(CreateCampaignDocument, { input });
  expect(createCampaign.campaign).toBeNull();
  expect(refusalLines(createCampaign.userErrors)).toEqual(['input.desiredStatus INVALID']);
});
