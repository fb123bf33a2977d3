import { describe, expect, test } from '@jest/globals';
import type { BlockerCode, BrandStatus, DesiredStatus } from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';

/** A Wednesday, when the Monday window is closed. */
const scenario = useScenario({ clock: '2026-07-15T12:00:00Z', lasts: 'THE_FILE' });

const CAPS = { dailyBudget: '10', monthlyBudget: '10' };
const MONDAYS = [{ days: ['MONDAY' as const], start: '09:00', end: '10:00' }];
const BEGINS = '2026-07-15T18:00:00.000Z';
const ENDS = '2026-08-01T09:00:00.000Z';
const OVER = '2026-07-15T06:00:00.000Z';

const BUDGETS: readonly BlockerCode[] = [
  'BRAND_MONTHLY_BUDGET',
  'MONTHLY_BUDGET',
  'BRAND_DAILY_BUDGET',
  'DAILY_BUDGET',
];
const WAITING: readonly BlockerCode[] = ['NOT_STARTED', ...BUDGETS, 'OUTSIDE_SCHEDULE'];

/** What is asked of the brand and of the campaign, and the blockers that people set by it. */
const LIVING: readonly (readonly [BrandStatus, DesiredStatus, readonly BlockerCode[]])[] = [
  ['ACTIVE', 'ACTIVE', []],
  ['ACTIVE', 'PAUSED', ['MANUAL_PAUSE']],
  ['PAUSED', 'ACTIVE', ['BRAND_PAUSED']],
  ['PAUSED', 'PAUSED', ['MANUAL_PAUSE', 'BRAND_PAUSED']],
];
const ARCHIVED: readonly (readonly [BrandStatus, DesiredStatus, readonly BlockerCode[]])[] = [
  ['ACTIVE', 'ARCHIVED', ['ARCHIVED']],
  ['PAUSED', 'ARCHIVED', ['ARCHIVED', 'BRAND_PAUSED']],
  ['ARCHIVED', 'ACTIVE', ['ARCHIVED']],
  ['ARCHIVED', 'PAUSED', ['ARCHIVED', 'MANUAL_PAUSE']],
  ['ARCHIVED', 'ARCHIVED', ['ARCHIVED']],
];

/** Three campaigns with every budget exhausted: not begun, over, and without an end. */
async function threeOf(brandStatus: BrandStatus, desiredStatus: DesiredStatus) {
  const brand = await scenario.aBrand(CAPS);
  const flights = [{ startsAt: BEGINS, endsAt: ENDS }, { endsAt: OVER }, { startsAt: BEGINS }];
  const campaigns = [];
  for (const flight of flights) {
    const campaign = await scenario.aCampaign(brand, { ...CAPS, windows: MONDAYS, ...flight });
    await scenario.spend(campaign, '10');
    if (desiredStatus !== 'ACTIVE') await scenario.updateCampaign(campaign, { desiredStatus });
    campaigns.push(campaign);
  }
  if (brandStatus !== 'ACTIVE') await scenario.updateBrand(brand, { status: brandStatus });
  const [ahead, over, endless] = await Promise.all(campaigns.map((one) => listed(one)));
  return { ahead, over, endless };
}

/** The blockers' codes, and when they or the status change next. */
async function listed(campaign: { readonly id: string }) {
  const { blockers, nextTransitionAt } = await scenario.campaign(campaign);
  return { codes: blockers.map(({ code }) => code), next: nextTransitionAt };
}

describe.each(LIVING)('of an %s brand, asked to be %s,', (brand, desired, set) => {
  test('a campaign lists all that holds, and once it has ended only what people set', async () => {
    const { ahead, over, endless } = await threeOf(brand, desired);
    expect(ahead).toEqual({ codes: [...set, ...WAITING], next: BEGINS });
    expect(endless).toEqual(ahead);
    expect(over).toEqual({ codes: [...set, 'ENDED'], next: null });
  });
});

describe.each(ARCHIVED)('of an %s brand, asked to be %s,', (brand, desired, set) => {
  test('a campaign lists what people set, and only its end is still to come', async () => {
    const { ahead, over, endless } = await threeOf(brand, desired);
    expect(ahead).toEqual({ codes: set, next: ENDS });
    expect(endless).toEqual({ codes: set, next: null });
    const [archived, ...others] = set;
    const pause = others.filter((code) => code === 'MANUAL_PAUSE' || code === 'BRAND_PAUSED');
    expect(over).toEqual({ codes: [archived, ...pause, 'ENDED'], next: null });
  });
});

test('a campaign that begins lists what is left, without ENDED until it ends', async () => {
  const brand = await scenario.aBrand();
  const campaign = await scenario.aCampaign(brand, {
    ...CAPS,
    startsAt: '2026-07-15T13:00:00Z',
    endsAt: '2026-07-15T14:00:00Z',
  });
  await scenario.spend(campaign, '10');
  const archived = await scenario.aCampaign(brand, { endsAt: '2026-07-15T14:00:00Z' });
  await scenario.updateCampaign(archived, { desiredStatus: 'ARCHIVED' });
  await scenario.setClock('2026-07-15T13:00:00Z');
  expect(await listed(campaign)).toEqual({
    codes: ['MONTHLY_BUDGET', 'DAILY_BUDGET'],
    next: '2026-07-15T14:00:00.000Z',
  });
  expect(await listed(archived)).toEqual({
    codes: ['ARCHIVED'],
    next: '2026-07-15T14:00:00.000Z',
  });
  await scenario.setClock('2026-07-15T14:00:00Z');
  expect(await listed(campaign)).toEqual({ codes: ['ENDED'], next: null });
  expect(await listed(archived)).toEqual({ codes: ['ARCHIVED', 'ENDED'], next: null });
});

test('none is listed if and only if the campaign is ACTIVE, and then its next end counts', async () => {
  const brand = await scenario.aBrand({ dailyBudget: '20' });
  const campaign = await scenario.aCampaign(brand, { dailyBudget: '10', endsAt: ENDS });
  expect(campaign).toMatchObject({ status: 'ACTIVE', blockers: [], nextTransitionAt: ENDS });
  const free = await scenario.aCampaign(brand);
  expect(free).toMatchObject({ status: 'ACTIVE', blockers: [], nextTransitionAt: null });
});
