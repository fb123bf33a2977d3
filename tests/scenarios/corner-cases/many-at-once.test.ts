import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';
import { changeLine } from '../../support/scenario/texts.js';

describe('many at once', () => {
  const scenario = useScenario({ clock: '2026-07-15T12:00:00Z' });

  test('200 spends at once on one cap are all recorded, and pause once', async () => {
    const brand = await scenario.aBrand();
    const campaign = await scenario.aCampaign(brand, { dailyBudget: '100' });
    const changes = await scenario.watchChanges({ brandId: brand.id });
    const spends = await Promise.all(
      Array.from({ length: 200 }, () => scenario.spend(campaign, '1.000001')),
    );
    const ids = new Set(spends.map(({ entry }) => entry.id));
    expect(ids.size).toBe(200);
    const entries = await scenario.entries({ campaignId: campaign.id });
    expect(new Set(entries.map(({ id }) => id))).toEqual(ids);
    expect((await scenario.campaign(campaign)).today.spent.amount).toBe('200.0002');

    await scenario.updateCampaign(campaign, { dailyBudget: null });
    const history = [
      'ACTIVE -> PAUSED DAILY_BUDGET, SPEND by First key at 2026-07-15T12:00Z',
      'PAUSED DAILY_BUDGET -> ACTIVE, BUDGET_CHANGE by First key at 2026-07-15T12:00Z',
    ];
    expect(await scenario.history(campaign)).toEqual(history);
    const events = await changes.until(({ cause }) => cause === 'BUDGET_CHANGE');
    expect(history).toEqual(expect.arrayContaining(events.map(changeLine)));
  });

  test("two campaigns, each under its own cap, reach their brand's together: both are blocked", async () => {
    const brand = await scenario.aBrand({ dailyBudget: '100' });
    const one = await scenario.aCampaign(brand, { dailyBudget: '80' });
    const other = await scenario.aCampaign(brand, { dailyBudget: '80' });
    const bystander = await scenario.aCampaign(brand);
    await Promise.all([scenario.spend(one, '50'), scenario.spend(other, '50')]);
    for (const campaign of [one, other, bystander]) {
      expect(await scenario.state(campaign)).toEqual([
        'PAUSED since 2026-07-15T12:00Z, next 2026-07-16T00:00Z',
        'BRAND_DAILY_BUDGET since 2026-07-15T12:00Z, clears 2026-07-16T00:00Z',
      ]);
      expect(await scenario.history(campaign)).toEqual([
        'ACTIVE -> PAUSED BRAND_DAILY_BUDGET, SPEND by First key at 2026-07-15T12:00Z',
      ]);
    }
  });
});
