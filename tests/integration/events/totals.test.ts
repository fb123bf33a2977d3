import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Live } from '../../../src/events/live.js';
import { watchBrandSpend, watchSpend } from '../../../src/events/topics.js';
import { monotonicMs } from '../../../src/platform/monotonic.js';
import { resetBudgets } from '../../../src/services/budgets/reset-budgets.js';
import type { Kernel } from '../../../src/services/kernel.js';
import { recordSpendBatch } from '../../../src/services/spend/record-spend-batch.js';
import { accepted } from '../../support/accepted.js';
import { begin, hasHeard, nextOf, useLiveProcesses } from '../../support/live-processes.js';
import { spendRequest } from '../../support/requests.js';
import { until } from '../../support/until.js';
import { watching } from '../../support/watching.js';
import { useWorld } from '../../support/world.js';

const EVERYTHING = { brands: null, campaigns: null };
const SIX = 6_000_000n;

const world = useWorld();
const startProcess = useLiveProcesses(world);

let kernel: Kernel;
let live: Live;
let brandId: string;
let campaignId: string;

beforeEach(async () => {
  ({ kernel, live } = await startProcess());
  brandId = (await world.aBrand({ dailyBudget: '1000' })).brand.id;
  campaignId = (await world.aCampaign({ brandId, dailyBudget: '10' })).campaign.id;
});

async function spend(amount: string, id = campaignId): Promise<void> {
  const request = spendRequest({ campaignId: id, amount });
  accepted(await recordSpendBatch(kernel, world.caller, [request]));
}

describe('totals', () => {
  test('of a campaign and its brand come after the commit, with its instant', async () => {
    const ofCampaign = begin(watchSpend(live, world.caller, EVERYTHING));
    const ofBrand = begin(watchBrandSpend(live, world.caller, EVERYTHING));
    await spend('6');
    const { campaign, at } = await nextOf(ofCampaign);
    expect(campaign).toMatchObject({
      campaign: { id: campaignId },
      totals: { day: { trueSpentMicros: SIX } },
    });
    expect(at).toBe(kernel.clock.now());
    expect(await nextOf(ofBrand)).toMatchObject({
      brand: { brand: { id: brandId }, totals: { month: { trueSpentMicros: SIX } } },
      at,
    });
  });

  test('of a reset come too', async () => {
    await spend('6');
    const updates = begin(watchSpend(live, world.caller, watching({ brands: [brandId] })));
    const request = { ids: [campaignId], period: 'DAY' } as const;
    accepted(await resetBudgets(kernel, world.caller, request));
    const { campaign } = await nextOf(updates);
    expect(campaign.totals.day).toEqual({ trueSpentMicros: SIX, offsetMicros: SIX });
  });

  test('reach those who watch the campaign, its brand or both, and nobody else', async () => {
    const other = (await world.aBrand()).brand.id;
    const inOther = (await world.aCampaign({ brandId: other })).campaign.id;
    const watchCampaigns = (things: Parameters<typeof watching>[0]) =>
      begin(watchSpend(live, world.caller, watching(things)));
    const reached = [
      watchCampaigns({ brands: [brandId] }),
      watchCampaigns({ campaigns: [campaignId] }),
      watchCampaigns({ campaigns: [inOther, campaignId] }),
      watchCampaigns({ brands: [brandId], campaigns: [campaignId] }),
      begin(watchBrandSpend(live, world.caller, watching({ brands: [brandId] }))),
    ].map((updates) => nextOf<unknown>(updates));
    const unreached = [
      watchCampaigns({ brands: [other] }),
      watchCampaigns({ campaigns: [inOther] }),
      watchCampaigns({ brands: [other], campaigns: [inOther, campaignId] }),
      begin(watchBrandSpend(live, world.caller, watching({ brands: [other] }))),
    ];
    await spend('1');
    const all = Promise.all(reached);
    const heard = unreached.map((updates) => hasHeard<unknown>(updates, all));
    expect(await Promise.all(heard)).not.toContain(true);
    await expect(all).resolves.toHaveLength(5);
  });

  test('of one campaign come at most four times a second, and the last always arrives', async () => {
    const updates = begin(watchSpend(live, world.caller, EVERYTHING));
    const startedAt = monotonicMs();
    let [last, count] = [0n, 0];
    const receiving = (async () => {
      for (let next = await updates.next(); next.done !== true; next = await updates.next()) {
        last = next.value.campaign.totals.day.trueSpentMicros;
        count += 1;
      }
    })();
    let spent = 0n;
    for (; monotonicMs() - startedAt < 1_100; spent += 1n) await spend('0.000001');
    await until(() => last === spent);
    expect(count).toBeGreaterThan(2);
    const seconds = (monotonicMs() - startedAt) / 1_000;
    expect(count).toBeLessThanOrEqual(Math.ceil(4 * seconds));
    await updates.return?.();
    await receiving;
  });

  test('reach a subscriber that stalled in their latest state', async () => {
    const updates = begin(watchSpend(live, world.caller, EVERYTHING));
    const witness = begin(watchSpend(live, world.caller, EVERYTHING));
    for (const amount of ['1', '2', '3']) await spend(amount);
    await until(async () => (await nextOf(witness)).campaign.totals.day.trueSpentMicros === SIX);
    const { campaign } = await nextOf(updates);
    expect(campaign.totals.day.trueSpentMicros).toBe(SIX);
  });
});
