import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';

describe('midnight outside the window', () => {
  const scenario = useScenario({ clock: '2026-07-15T12:00:00Z' });

  test('a reset at midnight outside the window leaves only the schedule', async () => {
    const campaign = await scenario.aCampaign(await scenario.aBrand(), {
      dailyBudget: '10',
      windows: [{ days: ['WEDNESDAY', 'THURSDAY'], start: '09:00', end: '17:00' }],
    });
    await scenario.spend(campaign, '10');
    await scenario.setClock('2026-07-15T20:00:00Z');
    expect(await scenario.state(campaign)).toEqual([
      'PAUSED since 2026-07-15T12:00Z, next 2026-07-16T00:00Z',
      'DAILY_BUDGET since 2026-07-15T12:00Z, clears 2026-07-16T00:00Z',
      'OUTSIDE_SCHEDULE since 2026-07-15T17:00Z, clears 2026-07-16T09:00Z',
    ]);
    await scenario.setClock('2026-07-16T00:00:00Z');
    expect(await scenario.state(campaign)).toEqual([
      'INACTIVE since 2026-07-16T00:00Z, next 2026-07-16T09:00Z',
      'OUTSIDE_SCHEDULE since 2026-07-15T17:00Z, clears 2026-07-16T09:00Z',
    ]);
    await scenario.setClock('2026-07-16T09:00:00Z');
    expect(await scenario.history(campaign)).toEqual([
      'ACTIVE -> PAUSED DAILY_BUDGET, SPEND by First key at 2026-07-15T12:00Z',
      'PAUSED DAILY_BUDGET+OUTSIDE_SCHEDULE -> INACTIVE OUTSIDE_SCHEDULE, BUDGET_RESET by nobody at 2026-07-16T00:00Z',
      'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, SCHEDULE by nobody at 2026-07-16T09:00Z',
    ]);
  });
});
