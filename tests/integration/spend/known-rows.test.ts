import { describe, expect, test } from '@jest/globals';
import { codesOf } from '../../../src/domain/campaign/transition.js';
import type { Kernel } from '../../../src/services/kernel.js';
import { updateCampaign } from '../../../src/services/campaigns/update-campaign.js';
import { recordSpend } from '../../../src/services/spend/record-spend.js';
import { accepted } from '../../support/accepted.js';
import { units } from '../../support/facts.js';
import { freshProcess } from '../../support/fresh-process.js';
import { campaignPatch, spendRequest } from '../../support/requests.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

async function spendIn(kernel: Kernel, campaignId: string, amount: string) {
  const request = spendRequest({ campaignId, amount });
  return accepted(await recordSpend(kernel, world.caller, request));
}

async function aKnownCampaign(details: object = {}) {
  const { brand } = await world.aBrand();
  const { campaign } = await world.aCampaign({ brandId: brand.id, dailyBudget: '100', ...details });
  // Twice: now its brand, itself and its counters are known.
  await world.aSpend(campaign.id, '1');
  await world.aSpend(campaign.id, '1');
  return { brandId: brand.id, id: campaign.id };
}

describe('what a process knows of a campaign', () => {
  test('costs it three statements: locks, what has changed, and the write; and two of the audit log', async () => {
    const { id } = await aKnownCampaign();
    const statements = await world.statementsOf(() => world.aSpend(id, '1'));
    expect(statements).toHaveLength(3 + 2);
  });

  test('is not what another process has made of its counters', async () => {
    const { id } = await aKnownCampaign();
    const other = freshProcess(world.kernel);
    await spendIn(other, id, '97.999999');
    const { campaign } = await spendIn(world.kernel, id, '0.000001');
    expect(campaign.totals.day.trueSpentMicros).toBe(units(100));
    expect(codesOf(campaign.campaign.state)).toEqual(['DAILY_BUDGET']);
  });

  test('is not what another process has decided about it', async () => {
    const { id } = await aKnownCampaign();
    const other = freshProcess(world.kernel);
    await spendIn(other, id, '1');
    await updateCampaign(world.kernel, world.caller, campaignPatch({ id, dailyBudget: '3.5' }));
    const { campaign } = await spendIn(other, id, '0.5');
    expect(codesOf(campaign.campaign.state)).toEqual(['DAILY_BUDGET']);
  });

  test('holds for a duplicate that another process recorded: it is answered with the first row', async () => {
    const { id } = await aKnownCampaign();
    const request = spendRequest({ campaignId: id, amount: '5' });
    const first = accepted(await recordSpend(freshProcess(world.kernel), world.caller, request));
    const again = accepted(await recordSpend(world.kernel, world.caller, request));
    expect(again).toMatchObject({ duplicate: true, entry: { id: first.entry.id } });
    expect(again.campaign.totals.day.trueSpentMicros).toBe(units(7));
  });

  test('is exact however the spends of two processes alternate', async () => {
    const { id, brandId } = await aKnownCampaign({ dailyBudget: null });
    const kernels = [world.kernel, freshProcess(world.kernel)];
    await Promise.all(
      Array.from({ length: 60 }, (_, n) => spendIn(kernels[n % 2] ?? world.kernel, id, '0.01')),
    );
    expect((await world.campaignNow(id)).totals.day.trueSpentMicros).toBe(units(2) + 600_000n);
    expect((await world.brandNow(brandId)).totals.day.trueSpentMicros).toBe(units(2) + 600_000n);
  });
});
