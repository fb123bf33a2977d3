import { describe, expect, test } from '@jest/globals';
import { moveTestClock } from '../../../src/persistence/queries/test-clock.js';
import { TestClock } from '../../../src/platform/test-clock.js';
import { findBrand } from '../../../src/services/brands/find-brand.js';
import { loadBrands } from '../../../src/services/brands/load-brands.js';
import { findCampaign } from '../../../src/services/campaigns/find-campaign.js';
import { loadCampaigns } from '../../../src/services/campaigns/load-campaigns.js';
import { units } from '../../support/facts.js';
import { instant } from '../../support/instants.js';
import { START, useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';

async function campaign(id: string) {
  const found = await findCampaign(world.kernel, world.caller, { id });
  if (found === null) throw new Error('no such campaign');
  return found;
}

describe('a campaign that is read', () => {
  test('is what was made, with its brand and the totals of both', async () => {
    const { brand } = await world.aBrand({ timeZone: 'Europe/Vienna', dailyBudget: '50' });
    const windows = [{ days: ['WEDNESDAY' as const], startMinute: 0, endMinute: 1440 }];
    const made = await world.aCampaign({ brandId: brand.id, dailyBudget: '20', windows });
    const other = await world.aCampaign({ brandId: brand.id });
    expect(await campaign(made.campaign.id)).toEqual(made);
    await world.aSpend(made.campaign.id, '3');
    await world.aSpend(other.campaign.id, '4');
    const { totals, brandTotals } = await campaign(made.campaign.id);
    expect(totals.day).toEqual({ trueSpentMicros: units(3), offsetMicros: 0n });
    expect(brandTotals.month).toEqual({ trueSpentMicros: units(7), offsetMicros: 0n });
  });

  test('runs again in the new day although nothing has settled it', async () => {
    const { brand } = await world.aBrand({ timeZone: 'Europe/Vienna' });
    const { campaign: made } = await world.aCampaign({ brandId: brand.id, dailyBudget: '10' });
    await world.aSpend(made.id, '10');
    expect((await campaign(made.id)).campaign.state.status).toBe('PAUSED');
    world.at('2026-07-16T06:00:00Z');
    const { campaign: read, totals, brandTotals, brand: rolled } = await campaign(made.id);
    const midnight = instant('2026-07-15T22:00:00Z');
    expect(read.state).toMatchObject({ status: 'ACTIVE', statusSince: midnight, blockers: [] });
    expect(rolled.day).toMatchObject({ date: '2026-07-16', startsAt: midnight });
    expect([totals.day, brandTotals.day].map((day) => day.trueSpentMicros)).toEqual([0n, 0n]);
    expect(totals.month.trueSpentMicros).toBe(units(10));
    const stored = await world.rows('select status from campaign where id = $1', [made.id]);
    expect(stored).toEqual([{ status: 'PAUSED' }]);
  });

  test('has a new month where one has begun, several days later', async () => {
    const { brand } = await world.aBrand();
    const { campaign: made } = await world.aCampaign({ brandId: brand.id, monthlyBudget: '10' });
    await world.aSpend(made.id, '10');
    world.at('2026-08-03T06:00:00Z');
    const { campaign: read, totals } = await campaign(made.id);
    expect(read.state.statusSince).toBe(instant('2026-08-01T00:00:00Z'));
    expect(totals.month.trueSpentMicros).toBe(0n);
  });

  test('follows its schedule and its flight without a worker', async () => {
    const { brand } = await world.aBrand();
    const { campaign: made } = await world.aCampaign({
      brandId: brand.id,
      endsAt: instant('2026-07-17T10:00:00Z'),
      windows: [{ days: ['THURSDAY', 'FRIDAY'], startMinute: 540, endMinute: 1020 }],
    });
    const seen: string[] = [];
    for (const at of ['2026-07-16T08:59Z', '2026-07-16T09:00Z', '2026-07-17T10:00Z']) {
      world.at(at);
      const { state } = (await campaign(made.id)).campaign;
      seen.push([state.status, ...state.blockers.map(({ code }) => code)].join(' '));
    }
    expect(seen).toEqual(['INACTIVE OUTSIDE_SCHEDULE', 'ACTIVE', 'INACTIVE ENDED']);
  });

  test('does not go back to yesterday with the clock', async () => {
    const { brand } = await world.aBrand();
    const { campaign: made } = await world.aCampaign({ brandId: brand.id });
    world.at('2026-07-16T00:00:01Z');
    await world.aSpend(made.id, '1');
    world.at('2026-07-15T23:59:59Z');
    const { brand: read, totals } = await campaign(made.id);
    expect(read.day.date).toBe('2026-07-16');
    expect(totals.day.trueSpentMicros).toBe(units(1));
  });
});

describe('a brand that is read', () => {
  test('has the totals of its own current periods', async () => {
    const { brand } = await world.aBrand({ timeZone: 'Pacific/Auckland', dailyBudget: '10' });
    const made = await world.aCampaign({ brandId: brand.id });
    await world.aSpend(made.campaign.id, '4');
    const today = await findBrand(world.kernel, world.caller, { id: brand.id });
    expect(today?.totals.day.trueSpentMicros).toBe(units(4));
    world.at('2026-07-16T12:00:00Z');
    const tomorrow = await findBrand(world.kernel, world.caller, { id: brand.id });
    expect(tomorrow?.brand.day.date).toBe('2026-07-17');
    expect(tomorrow?.totals.day.trueSpentMicros).toBe(0n);
    expect(tomorrow?.totals.month.trueSpentMicros).toBe(units(4));
  });
});

describe('the instant of a reading', () => {
  test('is that of the test clock, also after another process moved it', async () => {
    const { brand } = await world.aBrand();
    const clock = new TestClock(instant(START));
    const kernel = { ...world.kernel, clock, testClock: clock };
    const moved = instant('2026-07-16T06:00:00Z');
    await moveTestClock(world.kernel.database.everywhere, moved);
    const read = await findBrand(kernel, world.caller, { id: brand.id });
    expect(read).toMatchObject({ at: moved, brand: { day: { date: '2026-07-16' } } });
  });
});

describe('a key', () => {
  test('finds brands and campaigns by external id', async () => {
    const { brand } = await world.aBrand({ externalId: 'acme' });
    const { campaign: made } = await world.aCampaign({ brandId: brand.id, externalId: 'acme' });
    const { kernel, caller } = world;
    const foundBrand = await findBrand(kernel, caller, { externalId: 'acme' });
    const foundCampaign = await findCampaign(kernel, caller, { externalId: 'acme' });
    expect(foundBrand?.brand.id).toBe(brand.id);
    expect(foundCampaign?.campaign.id).toBe(made.id);
  });

  test('that is unknown, of another agency, or that no row can hold finds nothing', async () => {
    const { brand } = await world.aBrand({ externalId: 'acme' });
    const { campaign: made } = await world.aCampaign({ brandId: brand.id, externalId: 'acme' });
    const { kernel, caller } = world;
    const stranger = await world.aStranger();
    for (const externalId of ['ACME', 'ac\0me', '\ud800', '']) {
      expect(await findBrand(kernel, caller, { externalId })).toBeNull();
      expect(await findCampaign(kernel, caller, { externalId })).toBeNull();
    }
    expect(await findBrand(kernel, stranger, { externalId: 'acme' })).toBeNull();
    expect(await findCampaign(kernel, stranger, { externalId: 'acme' })).toBeNull();
    expect(await findBrand(kernel, stranger, { id: brand.id })).toBeNull();
    expect(await findCampaign(kernel, stranger, { id: made.id })).toBeNull();
    expect(await findCampaign(kernel, caller, { id: UNKNOWN })).toBeNull();
    expect(await findBrand(kernel, caller, { id: made.id })).toBeNull();
  });
});

describe('objects that are loaded', () => {
  test('come in the order of the ids, with null for what is unknown, in one statement', async () => {
    const { brand } = await world.aBrand();
    const other = await world.aBrand();
    const ids: string[] = [];
    for (let i = 0; i < 10; i += 1) {
      ids.unshift((await world.aCampaign({ brandId: brand.id })).campaign.id);
    }
    const asked = [...ids.slice(0, 5), UNKNOWN, ...ids.slice(5)];
    const { kernel, caller } = world;
    let campaigns: Awaited<ReturnType<typeof loadCampaigns>> = [];
    let brands: Awaited<ReturnType<typeof loadBrands>> = [];
    const sent = await world.statementsOf(async () => {
      campaigns = await loadCampaigns(kernel, caller, asked);
      brands = await loadBrands(kernel, caller, [other.brand.id, UNKNOWN, brand.id]);
    });
    expect(campaigns.map((found) => found?.campaign.id ?? UNKNOWN)).toEqual(asked);
    expect(brands.map((found) => found?.brand.id)).toEqual([other.brand.id, undefined, brand.id]);
    expect(sent).toHaveLength(2);
  });
});
