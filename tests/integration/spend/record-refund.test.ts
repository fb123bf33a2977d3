import { describe, expect, test } from '@jest/globals';
import { countedMicros } from '../../../src/domain/budget/tally.js';
import { resetBudgets } from '../../../src/services/budgets/reset-budgets.js';
import { findCampaign } from '../../../src/services/campaigns/find-campaign.js';
import { recordRefund } from '../../../src/services/spend/record-refund.js';
import { accepted, refusals } from '../../support/accepted.js';
import { units } from '../../support/facts.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

function refund(entryId: string, amount: string, eventId = 'refund') {
  return recordRefund(world.kernel, world.caller, { entryId, amount, eventId, source: 'api' });
}

async function aCampaign(dailyBudget: string | null = null) {
  const { brand } = await world.aBrand();
  const { campaign } = await world.aCampaign({ brandId: brand.id, dailyBudget });
  return campaign;
}

describe('a refund', () => {
  test('of an exhausting spend wakes the campaign in its own transaction', async () => {
    const { id } = await aCampaign('10');
    const { id: entryId } = await world.aSpend(id, '10');
    const { campaign, entry } = accepted(await refund(entryId, '0.000001'));
    expect(campaign.campaign.state.status).toBe('ACTIVE');
    expect(entry).toMatchObject({ kind: 'REFUND', amountMicros: -1n, refundOfId: entryId });
  });

  test('books in the day of its entry', async () => {
    const { id } = await aCampaign();
    const { id: entryId } = await world.aSpend(id, '10');
    world.at('2026-07-16T09:00:00Z');
    const { campaign, entry } = accepted(await refund(entryId, '4'));
    expect(entry.day).toBe('2026-07-15');
    expect(campaign.totals.day.trueSpentMicros).toBe(0n);
    expect(campaign.totals.month.trueSpentMicros).toBe(units(6));
  });

  test('first shrinks what a reset set aside', async () => {
    const { id } = await aCampaign('10');
    const { id: entryId } = await world.aSpend(id, '10');
    accepted(await resetBudgets(world.kernel, world.caller, { ids: [id], period: 'DAY' }));
    await world.aSpend(id, '3');
    accepted(await refund(entryId, '10'));
    const snapshot = await findCampaign(world.kernel, world.caller, { id });
    expect(snapshot?.totals.day).toEqual({
      trueSpentMicros: units(3),
      offsetMicros: units(3),
    });
    expect(snapshot && countedMicros(snapshot.totals.day)).toBe(0n);
  });

  test('of a day gone by shrinks what was set aside in that day', async () => {
    const { id } = await aCampaign();
    const { id: entryId } = await world.aSpend(id, '10');
    accepted(await resetBudgets(world.kernel, world.caller, { ids: [id], period: 'DAY' }));
    world.at('2026-07-16T09:00:00Z');
    accepted(await refund(entryId, '4'));
    const day = await world.rows(
      "select true_spent_micros, offset_micros from counter where owner_id = $1 and period = 'DAY'",
      [id],
    );
    expect(day).toEqual([{ true_spent_micros: '6000000', offset_micros: '6000000' }]);
  });

  test('never gives back more than was spent, also when many come at once', async () => {
    const { id } = await aCampaign();
    const { id: entryId } = await world.aSpend(id, '10');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => refund(entryId, '3', `refund-${String(i)}`)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    for (const answer of answers) {
      if (!answer.ok) expect(refusals(answer)).toEqual(['input.amount REFUND_TOO_LARGE']);
    }
  });

  test('sent again is a duplicate, with other content a conflict', async () => {
    const { id } = await aCampaign();
    const { id: entryId } = await world.aSpend(id, '10');
    accepted(await refund(entryId, '10'));
    expect(accepted(await refund(entryId, '10')).duplicate).toBe(true);
    expect(refusals(await refund(entryId, '9'))).toEqual(['input.eventId IDEMPOTENCY_CONFLICT']);
  });

  test('of a refund is invalid, of nothing not found', async () => {
    const { id } = await aCampaign();
    const { id: entryId } = await world.aSpend(id, '10');
    const { entry } = accepted(await refund(entryId, '1'));
    expect(refusals(await refund(entry.id, '1', 'again'))).toEqual(['input.entryId INVALID']);
    const unknown = '00000000-0000-0000-0000-000000000000';
    expect(refusals(await refund(unknown, '1', 'none'))).toEqual(['input.entryId NOT_FOUND']);
  });
});
