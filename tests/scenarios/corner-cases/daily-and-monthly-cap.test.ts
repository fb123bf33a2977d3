import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';

describe('a daily and a monthly cap', () => {
  const scenario = useScenario({ clock: '2026-07-30T12:00:00Z' });

  test('daily and monthly cap exhausted: the next day the month holds it, on the 1st neither', async () => {
    const brand = await scenario.aBrand();
    const campaign = await scenario.aCampaign(brand, { dailyBudget: '10', monthlyBudget: '10' });
    await scenario.spend(campaign, '10');
    expect(await scenario.state(campaign)).toEqual([
      'PAUSED since 2026-07-30T12:00Z, next 2026-07-31T00:00Z',
      'MONTHLY_BUDGET since 2026-07-30T12:00Z, clears 2026-08-01T00:00Z',
      'DAILY_BUDGET since 2026-07-30T12:00Z, clears 2026-07-31T00:00Z',
    ]);
    await scenario.setClock('2026-07-31T00:00:00Z');
    expect(await scenario.state(campaign)).toEqual([
      'PAUSED since 2026-07-30T12:00Z, next 2026-08-01T00:00Z',
      'MONTHLY_BUDGET since 2026-07-30T12:00Z, clears 2026-08-01T00:00Z',
    ]);
    await scenario.setClock('2026-08-01T00:00:00Z');
    expect(await scenario.state(campaign)).toEqual(['ACTIVE since 2026-08-01T00:00Z, next never']);
    expect(await scenario.history(campaign)).toEqual([
      'ACTIVE -> PAUSED MONTHLY_BUDGET+DAILY_BUDGET, SPEND by First key at 2026-07-30T12:00Z',
      'PAUSED MONTHLY_BUDGET -> ACTIVE, BUDGET_RESET by nobody at 2026-08-01T00:00Z',
    ]);
  });
});
