import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';

describe("a brand's zone is changed at noon", () => {
  const scenario = useScenario({ clock: '2026-07-15T12:00:00Z' });

  test('to one whose date is the same: the day goes on and ends there', async () => {
    const brand = await scenario.aBrand({ dailyBudget: '100' });
    const campaign = await scenario.aCampaign(brand);
    await scenario.spend(campaign, '10');
    await scenario.updateBrand(brand, { timeZone: 'Asia/Tokyo' });
    expect(await scenario.today(brand)).toBe('2026-07-14T15:00Z to 2026-07-15T15:00Z: 10 of 100');
    await scenario.spend(campaign, '1');
    await scenario.setClock('2026-07-16T15:00:00Z');
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-07-15: 11 of 100, closed 2026-07-15T15:00Z',
      'DAY 2026-07-16: 0 of 100, closed 2026-07-16T15:00Z',
    ]);
  });

  test('to one where it is tomorrow: today is closed at once, and tomorrow goes on', async () => {
    const brand = await scenario.aBrand({ dailyBudget: '10' });
    const campaign = await scenario.aCampaign(brand);
    const { entry } = await scenario.spend(campaign, '10');
    await scenario.updateBrand(brand, { timeZone: 'Pacific/Kiritimati' });
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-07-15: 10 of 10, closed 2026-07-15T12:00Z',
    ]);
    expect(await scenario.today(brand)).toBe('2026-07-15T10:00Z to 2026-07-16T10:00Z: 0 of 10');
    expect(await scenario.history(campaign)).toEqual([
      'ACTIVE -> PAUSED BRAND_DAILY_BUDGET, SPEND by First key at 2026-07-15T12:00Z',
      'PAUSED BRAND_DAILY_BUDGET -> ACTIVE, BUDGET_RESET by First key at 2026-07-15T12:00Z',
    ]);
    expect(entry.day).toBe('2026-07-15');
    expect((await scenario.spend(campaign, '1')).entry.day).toBe('2026-07-16');
  });

  test('to one where it is yesterday: the day runs on to its end there, its cap holds', async () => {
    await scenario.setClock('2026-07-16T03:00:00Z');
    const brand = await scenario.aBrand({ timeZone: 'Asia/Tokyo', dailyBudget: '10' });
    const campaign = await scenario.aCampaign(brand);
    await scenario.spend(campaign, '6');
    await scenario.updateBrand(brand, { timeZone: 'America/New_York' });
    expect(await scenario.today(brand)).toBe('2026-07-15T15:00Z to 2026-07-17T04:00Z: 6 of 10');
    await scenario.spend(campaign, '4');
    expect(await scenario.state(campaign)).toEqual([
      'PAUSED since 2026-07-16T03:00Z, next 2026-07-17T04:00Z',
      'BRAND_DAILY_BUDGET since 2026-07-16T03:00Z, clears 2026-07-17T04:00Z',
    ]);
    await scenario.setClock('2026-07-17T04:00:00Z');
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-07-16: 10 of 10, closed 2026-07-17T04:00Z',
    ]);
  });

  test('forth and back: every day is closed once, and they add up to what was spent', async () => {
    const brand = await scenario.aBrand();
    const campaign = await scenario.aCampaign(brand);
    await scenario.spend(campaign, '1');
    await scenario.updateBrand(brand, { timeZone: 'Pacific/Kiritimati' });
    await scenario.spend(campaign, '2');
    await scenario.setClock('2026-07-15T13:00:00Z');
    await scenario.updateBrand(brand, { timeZone: 'UTC' });
    await scenario.spend(campaign, '4');
    await scenario.setClock('2026-07-18T00:00:00Z');
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-07-15: 1 of no cap, closed 2026-07-15T12:00Z',
      'DAY 2026-07-16: 6 of no cap, closed 2026-07-17T00:00Z',
      'DAY 2026-07-17: 0 of no cap, closed 2026-07-18T00:00Z',
    ]);
  });
});
