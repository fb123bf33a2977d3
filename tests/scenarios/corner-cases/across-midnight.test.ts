import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CampaignPartsFragment } from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';

describe('a window on Friday from 22:00 to 02:00', () => {
  /** A Friday, 01:00. */
  const scenario = useScenario({ clock: '2026-01-09T01:00:00Z' });

  let campaign: CampaignPartsFragment;

  beforeEach(async () => {
    campaign = await scenario.aCampaign(await scenario.aBrand(), {
      dailyBudget: '10',
      windows: [{ days: ['FRIDAY'], start: '22:00', end: '02:00' }],
    });
  });

  test('is closed on Friday at 01:00, open on Saturday at 01:59 and closed at 02:00', async () => {
    expect(await scenario.state(campaign)).toEqual([
      'INACTIVE since 2026-01-09T01:00Z, next 2026-01-09T22:00Z',
      'OUTSIDE_SCHEDULE since 2026-01-09T01:00Z, clears 2026-01-09T22:00Z',
    ]);
    await scenario.setClock('2026-01-10T01:59:00Z');
    expect(await scenario.state(campaign)).toEqual([
      'ACTIVE since 2026-01-09T22:00Z, next 2026-01-10T02:00Z',
    ]);
    await scenario.setClock('2026-01-10T02:00:00Z');
    expect(await scenario.state(campaign)).toEqual([
      'INACTIVE since 2026-01-10T02:00Z, next 2026-01-16T22:00Z',
      'OUTSIDE_SCHEDULE since 2026-01-10T02:00Z, clears 2026-01-16T22:00Z',
    ]);
  });

  test("goes on from 00:00 on the new day's budget where the cap was reached at 23:00", async () => {
    await scenario.setClock('2026-01-09T23:00:00Z');
    await scenario.spend(campaign, '10');
    expect(await scenario.state(campaign)).toEqual([
      'PAUSED since 2026-01-09T23:00Z, next 2026-01-10T00:00Z',
      'DAILY_BUDGET since 2026-01-09T23:00Z, clears 2026-01-10T00:00Z',
    ]);
    await scenario.setClock('2026-01-10T03:00:00Z');
    expect(await scenario.history(campaign)).toEqual([
      'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, SCHEDULE by nobody at 2026-01-09T22:00Z',
      'ACTIVE -> PAUSED DAILY_BUDGET, SPEND by First key at 2026-01-09T23:00Z',
      'PAUSED DAILY_BUDGET -> ACTIVE, BUDGET_RESET by nobody at 2026-01-10T00:00Z',
      'ACTIVE -> INACTIVE OUTSIDE_SCHEDULE, SCHEDULE by nobody at 2026-01-10T02:00Z',
    ]);
  });
});
