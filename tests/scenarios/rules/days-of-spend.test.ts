import { describe, expect, test } from '@jest/globals';
import { RecordSpendDocument } from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines, usageLine } from '../../support/scenario/texts.js';

describe('a spend', () => {
  /** 23:58 in Vienna, on the last day of July. */
  const scenario = useScenario({ clock: '2026-07-31T21:58:00.000Z' });

  const aBrand = () => scenario.aBrand({ timeZone: 'Europe/Vienna' });

  test('counts in the local day in which it happened, or in the current one if that is earlier', async () => {
    const brand = await aBrand();
    const campaign = await scenario.aCampaign(brand);
    const days: Record<string, string> = {
      '2026-06-26T21:58:00.000Z': '2026-06-26',
      '2026-06-30T21:59:59.999Z': '2026-06-30',
      '2026-06-30T22:00:00.000Z': '2026-07-01',
      '2026-07-30T21:59:59.999Z': '2026-07-30',
      '2026-07-30T22:00:00.000Z': '2026-07-31',
      '2026-07-31T21:58:00.000Z': '2026-07-31',
      '2026-07-31T21:59:59.999Z': '2026-07-31',
      '2026-07-31T22:00:00.000Z': '2026-07-31',
      '2026-07-31T22:03:00.000Z': '2026-07-31',
    };
    for (const [occurredAt, day] of Object.entries(days)) {
      const { entry } = await scenario.spend(campaign, '1', { occurredAt });
      expect(entry).toMatchObject({ occurredAt, day });
    }
    expect((await scenario.spend(campaign, '1')).entry.day).toBe('2026-07-31');
    const { today, thisMonth } = await scenario.brand(brand);
    expect([today, thisMonth].map(usageLine)).toEqual([
      '2026-07-30T22:00Z to 2026-07-31T22:00Z: 6 of no cap',
      '2026-06-30T22:00Z to 2026-07-31T22:00Z: 8 of no cap',
    ]);
    const series = { from: '2026-05-31T22:00:00Z', to: '2026-08-31T22:00:00Z' };
    expect(await scenario.series(brand, { granularity: 'MONTH', ...series })).toEqual([
      '2026-05-31T22:00Z 2',
      '2026-06-30T22:00Z 8',
      '2026-07-31T22:00Z 0',
    ]);
  });

  test('of a moment after midnight counts today, and so is not free tomorrow', async () => {
    const campaign = await scenario.aCampaign(await aBrand(), { dailyBudget: '10' });
    await scenario.spend(campaign, '10', { occurredAt: '2026-07-31T22:01:00.000Z' });
    expect((await scenario.campaign(campaign)).status).toBe('PAUSED');
    await scenario.setClock('2026-07-31T22:02:00.000Z');
    const after = await scenario.campaign(campaign);
    expect(after.status).toBe('ACTIVE');
    expect([after.today, after.thisMonth].map(usageLine)).toEqual([
      '2026-07-31T22:00Z to 2026-08-01T22:00Z: 0 of 10',
      '2026-07-31T22:00Z to 2026-08-31T22:00Z: 0 of no cap',
    ]);
    // Now that it is tomorrow, so is that moment.
    const { entry } = await scenario.spend(campaign, '1', {
      occurredAt: '2026-07-31T22:01:00.000Z',
    });
    expect(entry.day).toBe('2026-08-01');
  });

  test.each([
    ['IN_THE_FUTURE', '2026-07-31T22:03:00.001Z'],
    ['TOO_LATE', '2026-06-26T21:57:59.999Z'],
  ])('is %s beyond 5 minutes ahead and 35 days back', async (code, occurredAt) => {
    const campaign = await scenario.aCampaign(await aBrand());
    const input = { campaignId: campaign.id, amount: '1', eventId: 'event', occurredAt };
    const { recordSpend } = await scenario.run(RecordSpendDocument, { input });
    expect(recordSpend).toMatchObject({ entry: null, campaign: null });
    expect(refusalLines(recordSpend.userErrors)).toEqual([`input.occurredAt ${code}`]);
    expect(await scenario.entries({ campaignId: campaign.id })).toEqual([]);
  });

  test("of an earlier day of the month touches the month's cap alone, of last month none", async () => {
    const brand = await scenario.aBrand({ timeZone: 'Europe/Vienna', dailyBudget: '10' });
    const caps = { dailyBudget: '10', monthlyBudget: '10' };
    const campaign = await scenario.aCampaign(brand, caps);
    await scenario.setClock('2026-08-05T12:00:00.000Z');
    await scenario.spend(campaign, '100', { occurredAt: '2026-07-31T21:59:59.999Z' });
    expect((await scenario.campaign(campaign)).blockers).toEqual([]);
    await scenario.spend(campaign, '10', { occurredAt: '2026-08-04T21:59:59.999Z' });
    expect(await scenario.state(campaign)).toEqual([
      'PAUSED since 2026-08-05T12:00Z, next 2026-08-31T22:00Z',
      'MONTHLY_BUDGET since 2026-08-05T12:00Z, clears 2026-08-31T22:00Z',
    ]);
    expect(await scenario.today(brand)).toBe('2026-08-04T22:00Z to 2026-08-05T22:00Z: 0 of 10');
  });
});
