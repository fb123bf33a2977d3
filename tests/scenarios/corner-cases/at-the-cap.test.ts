import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';
import { changeLine } from '../../support/scenario/texts.js';

describe('a cap of 100', () => {
  const scenario = useScenario({ clock: '2026-07-15T12:00:00Z' });

  const EXHAUSTED = [
    'PAUSED since 2026-07-15T12:00Z, next 2026-07-16T00:00Z',
    'DAILY_BUDGET since 2026-07-15T12:00Z, clears 2026-07-16T00:00Z',
  ];

  test('lets 99.999999 run and blocks at 100.000000, in the answer to the spend', async () => {
    const campaign = await scenario.aCampaign(await scenario.aBrand(), { dailyBudget: '100' });
    const changes = await scenario.watchChanges({ campaignId: campaign.id });
    const below = await scenario.spend(campaign, '99.999999');
    expect(below.campaign).toMatchObject({ status: 'ACTIVE', blockers: [] });
    const reached = await scenario.spend(campaign, '0.000001');
    expect(reached.campaign).toMatchObject({ status: 'PAUSED', today: { utilization: 1 } });
    expect(await scenario.state(campaign)).toEqual(EXHAUSTED);
    const change = 'ACTIVE -> PAUSED DAILY_BUDGET, SPEND by First key at 2026-07-15T12:00Z';
    expect(await scenario.history(campaign)).toEqual([change]);
    expect(changeLine(await changes.next())).toBe(change);
  });

  test('that is raised to exactly what is spent still blocks; one cent more frees', async () => {
    const campaign = await scenario.aCampaign(await scenario.aBrand(), { dailyBudget: '100' });
    await scenario.spend(campaign, '120');
    await scenario.updateCampaign(campaign, { dailyBudget: '120' });
    expect(await scenario.state(campaign)).toEqual(EXHAUSTED);
    await scenario.updateCampaign(campaign, { dailyBudget: '120.01' });
    expect(await scenario.state(campaign)).toEqual(['ACTIVE since 2026-07-15T12:00Z, next never']);
    expect(await scenario.history(campaign)).toEqual([
      'ACTIVE -> PAUSED DAILY_BUDGET, SPEND by First key at 2026-07-15T12:00Z',
      'PAUSED DAILY_BUDGET -> ACTIVE, BUDGET_CHANGE by First key at 2026-07-15T12:00Z',
    ]);
  });

  test('that is lowered below what is spent blocks at once, in the answer', async () => {
    const campaign = await scenario.aCampaign(await scenario.aBrand(), { dailyBudget: '100' });
    await scenario.spend(campaign, '60');
    const lowered = await scenario.updateCampaign(campaign, { dailyBudget: '59.99' });
    expect(lowered).toMatchObject({ status: 'PAUSED', blockers: [{ code: 'DAILY_BUDGET' }] });
    expect(await scenario.state(campaign)).toEqual(EXHAUSTED);
    expect(await scenario.history(campaign)).toEqual([
      'ACTIVE -> PAUSED DAILY_BUDGET, BUDGET_CHANGE by First key at 2026-07-15T12:00Z',
    ]);
  });
});
