import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  type BrandPartsFragment,
  type CampaignPartsFragment,
  SetDaypartingScheduleDocument,
  UpdateBrandDocument,
  type UpdateBrandInput,
  UpdateCampaignDocument,
  type UpdateCampaignInput,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

const scenario = useScenario({ clock: '2026-07-15T12:00:00Z', lasts: 'THE_FILE' });

const WINDOWS = [{ days: ['MONDAY' as const, 'FRIDAY' as const], start: '09:00', end: '24:00' }];

let serial = 0;
let brand: BrandPartsFragment;
let campaign: CampaignPartsFragment;

beforeEach(async () => {
  serial += 1;
  const caps = { dailyBudget: '10', monthlyBudget: '100' };
  brand = await scenario.aBrand({ name: 'B', externalId: `b-${serial}`, ...caps });
  campaign = await scenario.aCampaign(brand, {
    ...caps,
    name: 'C',
    externalId: `c-${serial}`,
    startsAt: '2026-07-01T00:00:00Z',
    endsAt: '2026-08-01T00:00:00Z',
    windows: WINDOWS,
  });
  expect([brand.version, campaign.version]).toEqual([1, 1]);
});

const BRAND_CHANGES: Omit<UpdateBrandInput, 'id'>[] = [
  { name: 'Other' },
  { externalId: null },
  { timeZone: 'Europe/Vienna' },
  { status: 'PAUSED' },
  { status: 'ARCHIVED' },
  { dailyBudget: '10.01' },
  { monthlyBudget: null },
  { name: 'Other', status: 'PAUSED', timeZone: 'Asia/Tokyo', dailyBudget: '5' },
];
const CAMPAIGN_CHANGES: Omit<UpdateCampaignInput, 'id'>[] = [
  { name: 'Other' },
  { externalId: null },
  { desiredStatus: 'PAUSED' },
  { desiredStatus: 'ARCHIVED' },
  { dailyBudget: '10.01' },
  { monthlyBudget: null },
  { startsAt: '2026-07-01T00:00:00.001Z' },
  { endsAt: null },
  { name: 'Other', desiredStatus: 'PAUSED', dailyBudget: '5', endsAt: null },
];

describe('a request that changes a value makes the version grow by one', () => {
  test.each(BRAND_CHANGES)("of a brand, and not its campaigns': %j", async (changes) => {
    expect((await scenario.updateBrand(brand, changes)).version).toBe(2);
    expect((await scenario.brand(brand)).version).toBe(2);
    const { version, updatedAt } = await scenario.campaign(campaign);
    expect([version, updatedAt]).toEqual([1, campaign.updatedAt]);
  });

  test.each(CAMPAIGN_CHANGES)("of a campaign, and not its brand's: %j", async (changes) => {
    expect((await scenario.updateCampaign(campaign, changes)).version).toBe(2);
    expect((await scenario.campaign(campaign)).version).toBe(2);
    expect((await scenario.brand(brand)).version).toBe(1);
  });

  test('of a schedule, of each campaign that is paused, and of each that is activated', async () => {
    const sibling = await scenario.aCampaign(brand);
    expect((await scenario.setWindows(campaign, [])).version).toBe(2);
    const versions = (all: readonly { version: number }[]) => all.map(({ version }) => version);
    expect(versions(await scenario.pause(campaign, sibling))).toEqual([3, 2]);
    expect(versions(await scenario.activate(campaign, sibling))).toEqual([4, 3]);
  });
});

describe('what is already so leaves the version, and when a person last changed it', () => {
  test('in an edit, a schedule, a pause or an activation', async () => {
    await scenario.setClock('2026-07-15T14:00:00Z');
    await scenario.updateBrand(brand, {
      name: ' B ',
      externalId: `b-${serial}`,
      timeZone: 'UTC',
      status: 'ACTIVE',
      dailyBudget: '10.00',
      monthlyBudget: '100.0',
    });
    expect(await scenario.brand(brand)).toEqual(brand);
    await scenario.updateCampaign(campaign, {
      name: '  C',
      externalId: `c-${serial}`,
      desiredStatus: 'ACTIVE',
      dailyBudget: '10.0',
      monthlyBudget: '100',
      startsAt: '2026-07-01T02:00:00+02:00',
      endsAt: '2026-08-01T00:00:00.000Z',
    });
    await scenario.setWindows(campaign, [
      { days: ['FRIDAY', 'MONDAY'], start: '09:00', end: '24:00' },
    ]);
    await scenario.activate(campaign);
    const { version, updatedAt } = await scenario.campaign(campaign);
    expect([version, updatedAt]).toEqual([1, campaign.updatedAt]);
    const [paused] = await scenario.pause(campaign);
    await scenario.setClock('2026-07-15T15:00:00Z');
    expect(await scenario.pause(campaign)).toMatchObject([
      { version: 2, updatedAt: paused?.updatedAt },
    ]);
  });

  test('and so do resets, spend and time', async () => {
    await scenario.spend(campaign, '10');
    await scenario.resetBudgets('DAY', campaign);
    await scenario.resetBudgets('MONTH', campaign);
    await scenario.resetBrandBudget('DAY', brand);
    await scenario.resetBrandBudget('MONTH', brand);
    await scenario.setClock('2026-07-17T12:00:00Z');
    const after = await scenario.campaign(campaign);
    expect([after.version, after.updatedAt]).toEqual([1, campaign.updatedAt]);
    expect(await scenario.brand(brand)).toMatchObject({ version: 1, updatedAt: brand.updatedAt });
  });
});

describe('a version', () => {
  test.each([0, 2, -1, 2_147_483_647])('%i of 1 is a VERSION_CONFLICT', async (version) => {
    const name = 'Other';
    const { updateBrand } = await scenario.run(UpdateBrandDocument, {
      input: { id: brand.id, version, name },
    });
    const { updateCampaign } = await scenario.run(UpdateCampaignDocument, {
      input: { id: campaign.id, version, name },
    });
    const { setDaypartingSchedule } = await scenario.run(SetDaypartingScheduleDocument, {
      input: { campaignId: campaign.id, version, windows: [] },
    });
    for (const { userErrors } of [updateBrand, updateCampaign, setDaypartingSchedule]) {
      expect(refusalLines(userErrors)).toEqual(['input.version VERSION_CONFLICT']);
    }
    expect([updateBrand.brand, updateCampaign.campaign]).toEqual([null, null]);
    expect(await scenario.brand(brand)).toEqual(brand);
    expect(await scenario.campaign(campaign)).toEqual(campaign);
  });

  test('that matches is good once; null is any', async () => {
    const once = { id: campaign.id, version: 1, name: 'Other' };
    const first = await scenario.run(UpdateCampaignDocument, { input: once });
    const second = await scenario.run(UpdateCampaignDocument, { input: once });
    expect(first.updateCampaign.campaign?.version).toBe(2);
    expect(refusalLines(second.updateCampaign.userErrors)).toEqual([
      'input.version VERSION_CONFLICT',
    ]);
    const any = await scenario.updateCampaign(campaign, { version: null, name: 'Third' });
    expect(any.version).toBe(3);
  });

  test.each(['"1"', '1.5', '2147483648', 'true'])('%s is none: bad input', async (version) => {
    const { data, errors } = await scenario.send(`mutation {
      updateBrand(input: { id: "${brand.id}", version: ${version}, name: "Other" }) { brand { id } }
    }`);
    expect([data, errors.map(({ extensions }) => extensions?.code)]).toEqual([
      null,
      ['BAD_USER_INPUT'],
    ]);
    expect(await scenario.brand(brand)).toEqual(brand);
  });
});
