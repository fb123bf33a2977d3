import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';
import { changeLine } from '../../support/scenario/texts.js';

describe('a pause by hand', () => {
  const scenario = useScenario({ clock: '2026-07-15T12:00:00Z' });

  test('paused by hand, then exhausted, then midnight: still paused by hand', async () => {
    const campaign = await scenario.aCampaign(await scenario.aBrand(), { dailyBudget: '10' });
    const changes = await scenario.watchChanges({ campaignId: campaign.id });
    await scenario.pause(campaign);
    const paused = await changes.next();
    await scenario.setClock('2026-07-15T13:00:00Z');
    await scenario.spend(campaign, '10');
    expect(await scenario.state(campaign)).toEqual([
      'PAUSED since 2026-07-15T12:00Z, next 2026-07-16T00:00Z',
      'MANUAL_PAUSE since 2026-07-15T12:00Z, clears never',
      'DAILY_BUDGET since 2026-07-15T13:00Z, clears 2026-07-16T00:00Z',
    ]);
    await scenario.setClock('2026-07-16T00:00:00Z');
    for (const job of ['daily-reset', 'dayparting', 'budget-check']) await scenario.runJob(job);
    expect(await scenario.state(campaign)).toEqual([
      'PAUSED since 2026-07-15T12:00Z, next never',
      'MANUAL_PAUSE since 2026-07-15T12:00Z, clears never',
    ]);

    await scenario.activate(campaign);
    const history = [
      'ACTIVE -> PAUSED MANUAL_PAUSE, USER by First key at 2026-07-15T12:00Z',
      'PAUSED MANUAL_PAUSE -> ACTIVE, USER by First key at 2026-07-16T00:00Z',
    ];
    expect(await scenario.history(campaign)).toEqual(history);
    const activated = await changes.next();
    expect([paused, activated].map(changeLine)).toEqual(history);
  });
});
