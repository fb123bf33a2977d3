import { describe, expect, test } from '@jest/globals';
import { readOverview } from '../../../src/services/overview/read-overview.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import { accepted } from '../../support/accepted.js';
import { units } from '../../support/facts.js';
import { instant } from '../../support/instants.js';
import { START, useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';

function overview(brandId: string | null = null) {
  return readOverview(world.kernel, world.caller, brandId);
}

async function setBrand(id: string, status: 'PAUSED' | 'ARCHIVED'): Promise<void> {
  const unchanged = {
    version: null,
    name: undefined,
    externalId: undefined,
    timeZone: undefined,
    dailyBudget: undefined,
    monthlyBudget: undefined,
  };
  accepted(await updateBrand(world.kernel, world.caller, { id, status, ...unchanged }));
}

async function campaign(brandId: string, dailyBudget: string | null, spent: string | null) {
  const made = await world.aCampaign({ brandId, dailyBudget });
  if (spent !== null) await world.aSpend(made.campaign.id, spent);
  return made.campaign.id;
}

describe('an overview', () => {
  test('counts campaigns by status and what decides it, those archived left out', async () => {
    const { brand } = await world.aBrand();
    const { brand: archived } = await world.aBrand();
    await campaign(brand.id, null, null);
    await campaign(brand.id, '10', '10');
    await campaign(brand.id, '10', '11');
    await pauseCampaigns(world.kernel, world.caller, [await campaign(brand.id, '10', '10')]);
    await campaign(archived.id, null, null);
    await setBrand(archived.id, 'ARCHIVED');
    const { counts, at } = await overview();
    expect(at).toBe(instant(START));
    expect(counts).toEqual([
      { status: 'ACTIVE', blocker: null, count: 1 },
      { status: 'PAUSED', blocker: 'MANUAL_PAUSE', count: 1 },
      { status: 'PAUSED', blocker: 'DAILY_BUDGET', count: 2 },
    ]);
  });

  test('counts what runs with four fifths of a budget used, of its own or its brand', async () => {
    const { brand } = await world.aBrand();
    await campaign(brand.id, '10', '8');
    await campaign(brand.id, '10', '7.999999');
    await campaign(brand.id, '10', '10');
    await campaign(brand.id, null, '1000');
    const monthly = await world.aCampaign({ brandId: brand.id, monthlyBudget: '10' });
    await world.aSpend(monthly.campaign.id, '9');
    expect((await overview()).atRisk).toBe(2);
    const { brand: capped } = await world.aBrand({ monthlyBudget: '100' });
    await campaign(capped.id, null, '80');
    await campaign(capped.id, '1000', null);
    expect((await overview()).atRisk).toBe(4);
    expect((await overview(capped.id)).atRisk).toBe(2);
    world.at('2026-07-16T12:00:00Z');
    expect((await overview()).atRisk).toBe(3);
    world.at('2026-08-01T12:00:00Z');
    expect((await overview()).atRisk).toBe(0);
  });

  test('adds up brands by currency, each in its own current day and month', async () => {
    const euro = { currency: 'EUR', dailyBudget: '100', monthlyBudget: '1000' };
    const { brand: utc } = await world.aBrand(euro);
    const { brand: auckland } = await world.aBrand({ ...euro, timeZone: 'Pacific/Auckland' });
    const { brand: yen } = await world.aBrand({ currency: 'JPY', dailyBudget: '50' });
    const { brand: gone } = await world.aBrand({ currency: 'EUR' });
    for (const { id } of [utc, auckland, yen, gone]) await campaign(id, null, '7');
    await setBrand(gone.id, 'ARCHIVED');
    await setBrand(yen.id, 'PAUSED');
    const expected = {
      currency: 'EUR',
      todayMicros: units(14),
      dailyBudgetMicros: units(200),
      monthMicros: units(14),
      monthlyBudgetMicros: units(2000),
    };
    const ofYen = {
      currency: 'JPY',
      todayMicros: units(7),
      dailyBudgetMicros: units(50),
      monthMicros: units(7),
      monthlyBudgetMicros: null,
    };
    expect((await overview()).totals).toEqual([expected, ofYen]);
    // In Auckland it is the 17th, in UTC still the 16th; nothing has settled either.
    world.at('2026-07-16T12:00:00Z');
    expect((await overview()).totals[0]).toMatchObject({ todayMicros: 0n, monthMicros: units(14) });
    world.at('2026-07-31T12:00:00Z');
    expect((await overview()).totals[0]).toMatchObject({ todayMicros: 0n, monthMicros: units(7) });
  });

  test('shows one brand alone', async () => {
    const { brand } = await world.aBrand({ dailyBudget: '10' });
    const { brand: other } = await world.aBrand();
    await campaign(brand.id, null, '1');
    await campaign(other.id, null, '2');
    const { counts, totals } = await overview(brand.id);
    expect(counts).toEqual([{ status: 'ACTIVE', blocker: null, count: 1 }]);
    expect(totals).toMatchObject([{ todayMicros: units(1), dailyBudgetMicros: units(10) }]);
    expect((await overview()).totals).toMatchObject([
      { todayMicros: units(3), dailyBudgetMicros: null },
    ]);
  });

  test('is empty for an unknown brand and for another agency', async () => {
    const { brand } = await world.aBrand();
    await campaign(brand.id, '10', '9');
    const nothing = { counts: [], atRisk: 0, totals: [], at: instant(START) };
    expect(await overview(UNKNOWN)).toEqual(nothing);
    const stranger = await world.aStranger();
    expect(await readOverview(world.kernel, stranger, null)).toEqual(nothing);
    expect(await readOverview(world.kernel, stranger, brand.id)).toEqual(nothing);
  });

  test('costs three statements, however many campaigns there are', async () => {
    const { brand } = await world.aBrand();
    for (let i = 0; i < 5; i += 1) await campaign(brand.id, null, null);
    expect(await world.statementsOf(() => overview())).toHaveLength(3);
  });
});
