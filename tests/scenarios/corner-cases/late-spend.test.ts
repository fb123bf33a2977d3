import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';
import { usageLine } from '../../support/scenario/texts.js';

describe('late spend', () => {
  /** 13:00 in Vienna, on the last day of a month. */
  const scenario = useScenario({ clock: '2026-01-31T12:00:00Z' });

  test('spend of the last millisecond that comes after midnight counts yesterday, and last month', async () => {
    const brand = await scenario.aBrand({ timeZone: 'Europe/Vienna' });
    const caps = { dailyBudget: '100', monthlyBudget: '150' };
    const campaign = await scenario.aCampaign(brand, caps);
    await scenario.spend(campaign, '60');
    await scenario.setClock('2026-02-01T08:00:00Z');
    const late = await scenario.spend(campaign, '100', { occurredAt: '2026-01-31T22:59:59.999Z' });
    expect(late.entry).toMatchObject({ day: '2026-01-31', whileBlocked: false });
    expect(late.campaign).toMatchObject({ status: 'ACTIVE', blockers: [] });
    expect(usageLine(late.campaign.today)).toBe('2026-01-31T23:00Z to 2026-02-01T23:00Z: 0 of 100');
    expect(usageLine(late.campaign.thisMonth)).toBe(
      '2026-01-31T23:00Z to 2026-02-28T23:00Z: 0 of 150',
    );
    expect(await scenario.closes(brand)).toEqual([
      'DAY 2026-01-31: 60 of no cap, closed 2026-01-31T23:00Z, restated 160',
      'MONTH 2026-01-01: 60 of no cap, closed 2026-01-31T23:00Z, restated 160',
    ]);
    const first = await scenario.spend(campaign, '1', { occurredAt: '2026-01-31T23:00:00.000Z' });
    expect(first.entry.day).toBe('2026-02-01');
    expect(first.campaign.today.spent.amount).toBe('1');
  });

  test("spend of yesterday that comes today counts in the month's cap and not in today's", async () => {
    const brand = await scenario.aBrand({ timeZone: 'Europe/Vienna' });
    const caps = { dailyBudget: '100', monthlyBudget: '150' };
    const campaign = await scenario.aCampaign(brand, caps);
    await scenario.setClock('2026-02-10T08:00:00Z');
    const occurredAt = '2026-02-09T22:59:59.999Z';
    const { campaign: after } = await scenario.spend(campaign, '150', { occurredAt });
    expect(after.today.spent.amount).toBe('0');
    expect(await scenario.state(campaign)).toEqual([
      'PAUSED since 2026-02-10T08:00Z, next 2026-02-28T23:00Z',
      'MONTHLY_BUDGET since 2026-02-10T08:00Z, clears 2026-02-28T23:00Z',
    ]);
  });
});
