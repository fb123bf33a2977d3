import { describe, expect, test } from '@jest/globals';
import { RecordSpendDocument } from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines } from '../../support/scenario/texts.js';

describe('one event many times', () => {
  const scenario = useScenario({ clock: '2026-07-15T12:00:00Z' });

  test('the same event 50 times in parallel is one row', async () => {
    const campaign = await scenario.aCampaign(await scenario.aBrand(), { dailyBudget: '10' });
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => scenario.spend(campaign, '5', { eventId: 'click-1' })),
    );
    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
    expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await scenario.entries({ campaignId: campaign.id })).toHaveLength(1);
    const after = await scenario.campaign(campaign);
    expect(after).toMatchObject({ status: 'ACTIVE', today: { spent: { amount: '5' } } });
  });

  test('the same event with another amount is refused and changes nothing', async () => {
    const campaign = await scenario.aCampaign(await scenario.aBrand(), { dailyBudget: '10' });
    await scenario.spend(campaign, '5', { eventId: 'click-1' });
    const before = await scenario.campaign(campaign);
    const input = { campaignId: campaign.id, eventId: 'click-1', amount: '10' };
    const { recordSpend } = await scenario.run(RecordSpendDocument, { input });
    expect(recordSpend).toMatchObject({ entry: null, campaign: null, duplicate: false });
    expect(refusalLines(recordSpend.userErrors)).toEqual(['input.eventId IDEMPOTENCY_CONFLICT']);
    expect(await scenario.campaign(campaign)).toEqual(before);
    expect(await scenario.entries({ campaignId: campaign.id })).toHaveLength(1);
  });
});
