import { describe, expect, test } from '@jest/globals';
import { RecordRefundDocument } from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';
import { refusalLines, usageLine } from '../../support/scenario/texts.js';

describe('a refund', () => {
  const scenario = useScenario({ clock: '2026-07-31T12:00:00.000Z', lasts: 'THE_FILE' });

  async function aCampaign(dailyBudget: string | null = null) {
    return scenario.aCampaign(await scenario.aBrand(), { dailyBudget });
  }

  async function refusals(entryId: string, amount: string): Promise<readonly string[]> {
    const input = { entryId, amount, eventId: 'refused' };
    const { recordRefund } = await scenario.run(RecordRefundDocument, { input });
    expect(recordRefund).toMatchObject({ entry: null, campaign: null, duplicate: false });
    return refusalLines(recordRefund.userErrors);
  }

  test('of today makes room today, in its own answer', async () => {
    const campaign = await aCampaign('10');
    const { entry } = await scenario.spend(campaign, '10');
    const { entry: refund, campaign: after } = await scenario.refund(entry, '0.000001');
    expect(refund).toMatchObject({
      kind: 'REFUND',
      amount: { amount: '-0.000001' },
      occurredAt: entry.occurredAt,
      refundOf: { id: entry.id },
      refundable: { amount: '0' },
    });
    expect(after).toMatchObject({ status: 'ACTIVE', today: { spent: { amount: '9.999999' } } });
  });

  test('is refused where it is of a refund, of nothing, or gives back more than was spent', async () => {
    const campaign = await aCampaign();
    const { entry } = await scenario.spend(campaign, '10');
    const { entry: refund } = await scenario.refund(entry, '4');
    const found = await scenario.entries({ campaignId: campaign.id });
    expect(found.map(({ refundable }) => refundable.amount)).toEqual(['0', '6']);
    expect(await refusals(refund.id, '1')).toEqual(['input.entryId INVALID']);
    expect(await refusals('entry_01k00000000000000000000000', '1')).toEqual([
      'input.entryId NOT_FOUND',
    ]);
    expect(await refusals(entry.id, '6.000001')).toEqual(['input.amount REFUND_TOO_LARGE']);
    expect(await refusals(entry.id, '0')).toEqual(['input.amount OUT_OF_RANGE']);
    expect(await refusals(entry.id, '-1')).toEqual(['input.amount OUT_OF_RANGE']);
    expect(await refusals(entry.id, '1.0000000')).toEqual(['input.amount TOO_PRECISE']);
    expect(await scenario.entries({ campaignId: campaign.id })).toEqual(found);
    await scenario.refund(entry, '6');
    expect(await refusals(entry.id, '0.000001')).toEqual(['input.amount REFUND_TOO_LARGE']);
  });

  test('of an archived campaign is recorded, too', async () => {
    const campaign = await aCampaign();
    const { entry } = await scenario.spend(campaign, '10');
    await scenario.updateCampaign(campaign, { desiredStatus: 'ARCHIVED' });
    const { campaign: after } = await scenario.refund(entry, '10');
    expect(after).toMatchObject({ status: 'INACTIVE', today: { trueSpent: { amount: '0' } } });
  });

  test('books in the day of its entry, however much later it comes', async () => {
    const brand = await scenario.aBrand({ dailyBudget: '10', monthlyBudget: '10' });
    const campaign = await scenario.aCampaign(brand);
    const { entry: early } = await scenario.spend(campaign, '4', {
      occurredAt: '2026-07-30T12:00:00Z',
    });
    const { entry } = await scenario.spend(campaign, '6');
    await scenario.setClock('2026-08-31T12:00:00.000Z');
    const { entry: today } = await scenario.spend(campaign, '10');
    for (const [of, day] of [
      [entry, '2026-07-31'],
      [early, '2026-07-30'],
    ] as const) {
      const { entry: refund } = await scenario.refund(of, '2.5');
      expect(refund).toMatchObject({
        day,
        occurredAt: of.occurredAt,
        recordedAt: '2026-08-31T12:00:00.000Z',
      });
    }
    const found = await scenario.brand(brand);
    expect([found.today, found.thisMonth].map(usageLine)).toEqual([
      '2026-08-31T00:00Z to 2026-09-01T00:00Z: 10 of 10',
      '2026-08-01T00:00Z to 2026-09-01T00:00Z: 10 of 10',
    ]);
    expect((await scenario.campaign(campaign)).status).toBe('PAUSED');
    const closes = await scenario.closes(brand);
    expect(closes.slice(0, 2)).toEqual([
      'DAY 2026-07-31: 6 of 10, closed 2026-08-01T00:00Z, restated 3.5',
      'MONTH 2026-07-01: 10 of 10, closed 2026-08-01T00:00Z, restated 5',
    ]);
    // 36 days after the first of them, when spend of that day would be too late.
    await scenario.setClock('2026-09-05T12:00:00.000Z');
    expect((await scenario.refund(early, '1.5')).entry.day).toBe('2026-07-30');
    expect((await scenario.refund(today, '10')).entry.day).toBe('2026-08-31');
    expect((await scenario.closes(brand))[1]).toContain('restated 3.5');
  });
});
