import { beforeEach, describe, expect, test } from '@jest/globals';
import { ResyncError, type StatusChangeUpdate } from '../../../src/domain/live/updates.js';
import type { Live } from '../../../src/events/live.js';
import { watchBrandSpend, watchSpend, watchStatusChanges } from '../../../src/events/topics.js';
import { monotonicMs } from '../../../src/platform/monotonic.js';
import { resetBudgets } from '../../../src/services/budgets/reset-budgets.js';
import { activateCampaigns } from '../../../src/services/campaigns/activate-campaigns.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import { updateCampaign } from '../../../src/services/campaigns/update-campaign.js';
import type { Kernel } from '../../../src/services/kernel.js';
import { recordSpendBatch } from '../../../src/services/spend/record-spend-batch.js';
import { accepted } from '../../support/accepted.js';
import {
  begin,
  nextOf,
  postgresBus,
  take,
  useLiveProcesses,
} from '../../support/live-processes.js';
import { campaignPatch, spendRequest } from '../../support/requests.js';
import { until } from '../../support/until.js';
import { useWorld } from '../../support/world.js';
import { changeOf, manyCampaigns, writeChanges } from '../../support/written-changes.js';

const EVERYTHING = { brandId: null, campaignId: null };
const ALL_CHANGES = { ...EVERYTHING, after: null };
const MOST_PENDING = 1_000;
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

async function pause(id = campaignId, process = kernel): Promise<void> {
  accepted(await pauseCampaigns(process, world.caller, [id]));
}

async function spend(amount: string, id = campaignId): Promise<void> {
  const request = spendRequest({ campaignId: id, amount });
  accepted(await recordSpendBatch(kernel, world.caller, [request]));
}

/** Changes the status of all these campaigns in one transaction. */
async function changeAll(campaigns: readonly string[]): Promise<void> {
  const changes = campaigns.map((id) => changeOf(world, brandId, id));
  live.announce(await writeChanges(kernel.database.pool, world, changes));
}

const campaignsOf = (updates: readonly StatusChangeUpdate[]): readonly string[] =>
  updates.map(({ change }) => change.campaignId);

/** Whether a subscription has had something by the time another one, published later, has come. */
async function hasHeard<T>(updates: AsyncIterator<T, undefined>, meanwhile: Promise<unknown>) {
  let heard = false;
  const next = updates.next().then(({ done }) => (heard = done !== true));
  await meanwhile;
  await updates.return?.();
  await next;
  return heard;
}

describe('a status change', () => {
  test('comes as it is in the history, with its campaign as it is at delivery', async () => {
    const updates = begin(watchStatusChanges(live, world.caller, ALL_CHANGES));
    await spend('10');
    const patch = campaignPatch({ id: campaignId, name: 'Renamed meanwhile' });
    accepted(await updateCampaign(kernel, world.caller, patch));
    const { change, campaign } = await nextOf(updates);
    expect(change).toMatchObject({
      campaignId,
      brandId,
      from: 'ACTIVE',
      to: 'PAUSED',
      blockersBefore: [],
      blockers: ['DAILY_BUDGET'],
      cause: 'SPEND',
      actor: world.caller.actor,
    });
    expect(campaign.campaign).toMatchObject({
      name: 'Renamed meanwhile',
      state: { status: 'PAUSED' },
    });
  });

  test.each([
    ['the agency', () => EVERYTHING],
    ['its brand', () => ({ brandId, campaignId: null })],
    ['the campaign', () => ({ brandId: null, campaignId })],
    ['the campaign in its brand', () => ({ brandId, campaignId })],
  ])('reaches those who watch %s', async (_, filter) => {
    const request = { ...filter(), after: null };
    const updates = begin(watchStatusChanges(live, world.caller, request));
    await pause();
    expect(campaignsOf([await nextOf(updates)])).toEqual([campaignId]);
  });

  test('does not reach those who watch something else, or in another agency', async () => {
    const other = await world.aBrand();
    const sibling = (await world.aCampaign({ brandId })).campaign.id;
    const filters = [
      { brandId: other.brand.id, campaignId: null },
      { brandId: null, campaignId: sibling },
      { brandId: other.brand.id, campaignId },
    ];
    const others = filters.map((filter) =>
      begin(watchStatusChanges(live, world.caller, { ...filter, after: null })),
    );
    others.push(begin(watchStatusChanges(live, await world.aStranger(), ALL_CHANGES)));
    const updates = begin(watchStatusChanges(live, world.caller, ALL_CHANGES));
    await pause();
    const reached = nextOf(updates);
    expect(await Promise.all(others.map((each) => hasHeard(each, reached)))).not.toContain(true);
  });

  test('does not reach those who subscribe after it was committed', async () => {
    await pause();
    const updates = begin(watchStatusChanges(live, world.caller, ALL_CHANGES));
    const sibling = (await world.aCampaign({ brandId })).campaign.id;
    await pause(sibling);
    expect(campaignsOf([await nextOf(updates)])).toEqual([sibling]);
  });

  test("that is pending is replaced by the same campaign's latest, which comes last", async () => {
    const sibling = (await world.aCampaign({ brandId })).campaign.id;
    const updates = begin(watchStatusChanges(live, world.caller, ALL_CHANGES));
    const witness = begin(watchStatusChanges(live, world.caller, ALL_CHANGES));
    await pause();
    await nextOf(witness);
    await pause(sibling);
    await nextOf(witness);
    accepted(await activateCampaigns(kernel, world.caller, [campaignId]));
    await nextOf(witness);
    const received = await take(updates, 2);
    expect(received.map(({ change }) => [change.campaignId, change.to])).toEqual([
      [sibling, 'PAUSED'],
      [campaignId, 'ACTIVE'],
    ]);
    expect(live.readings.replaced).toBe(1);
  });

  test('reaches many subscribers at the cost of one read of its campaign', async () => {
    const watchers = Array.from({ length: 30 }, () =>
      begin(watchStatusChanges(live, world.caller, ALL_CHANGES)),
    );
    const statements = await world.statementsOf(async () => {
      const received = watchers.map((updates) => nextOf(updates));
      await changeAll([campaignId]);
      await Promise.all(received);
    });
    expect(statements.filter((text) => text.includes('as brand_totals'))).toHaveLength(1);
  });
});

describe('a subscriber that stalls', () => {
  test('gets the latest of as many campaigns as may be pending', async () => {
    const campaigns = await manyCampaigns(world, brandId, MOST_PENDING);
    const updates = begin(watchStatusChanges(live, world.caller, ALL_CHANGES));
    await changeAll(campaigns);
    await changeAll(campaigns);
    await until(() => live.readings.replaced === MOST_PENDING);
    const received = campaignsOf(await take(updates, MOST_PENDING));
    expect(received.toSorted()).toEqual(campaigns.toSorted());
  });

  test('is told to read anew beyond that, and costs the others nothing', async () => {
    const campaigns = await manyCampaigns(world, brandId, MOST_PENDING + 1);
    const stalled = begin(watchStatusChanges(live, world.caller, ALL_CHANGES));
    const one = { brandId: null, campaignId: campaigns.at(-1) ?? '', after: null };
    const other = begin(watchStatusChanges(live, world.caller, one));
    await changeAll(campaigns);
    expect(campaignsOf([await nextOf(other)])).toEqual([one.campaignId]);
    expect(live.readings).toMatchObject({ resyncs: 1, subscribers: 1 });
    await expect(stalled.next()).rejects.toThrow(ResyncError);
    expect(await stalled.next()).toEqual({ done: true, value: undefined });
    await changeAll(campaigns);
    expect(campaignsOf([await nextOf(other)])).toEqual([one.campaignId]);
  });

  test('of totals gets the latest state of each campaign', async () => {
    const updates = begin(watchSpend(live, world.caller, EVERYTHING));
    const witness = begin(watchSpend(live, world.caller, EVERYTHING));
    for (const amount of ['1', '2', '3']) await spend(amount);
    await until(async () => (await nextOf(witness)).campaign.totals.day.trueSpentMicros === SIX);
    const { campaign } = await nextOf(updates);
    expect(campaign.totals.day.trueSpentMicros).toBe(SIX);
  });
});

describe('totals', () => {
  test('of a campaign and its brand come after the commit, with its instant', async () => {
    const ofCampaign = begin(watchSpend(live, world.caller, EVERYTHING));
    const ofBrand = begin(watchBrandSpend(live, world.caller, { brandId: null }));
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
    const updates = begin(watchSpend(live, world.caller, { brandId, campaignId: null }));
    const request = { ids: [campaignId], period: 'DAY' } as const;
    accepted(await resetBudgets(kernel, world.caller, request));
    const { campaign } = await nextOf(updates);
    expect(campaign.totals.day).toEqual({ trueSpentMicros: SIX, offsetMicros: SIX });
  });

  test('reach those who watch the campaign, its brand or both, and nobody else', async () => {
    const other = (await world.aBrand()).brand.id;
    const inOther = (await world.aCampaign({ brandId: other })).campaign.id;
    const watchCampaigns = (ofBrand: string | null, id: string | null) =>
      begin(watchSpend(live, world.caller, { brandId: ofBrand, campaignId: id }));
    const reached = [
      watchCampaigns(brandId, null),
      watchCampaigns(null, campaignId),
      watchCampaigns(brandId, campaignId),
      begin(watchBrandSpend(live, world.caller, { brandId })),
    ].map((updates) => nextOf<unknown>(updates));
    const unreached = [
      watchCampaigns(other, null),
      watchCampaigns(null, inOther),
      watchCampaigns(other, campaignId),
      begin(watchBrandSpend(live, world.caller, { brandId: other })),
    ];
    await spend('1');
    const all = Promise.all(reached);
    const heard = unreached.map((updates) => hasHeard<unknown>(updates, all));
    expect(await Promise.all(heard)).not.toContain(true);
    await expect(all).resolves.toHaveLength(4);
  });

  test('of one campaign come at most four times a second, and the last always arrives', async () => {
    const updates = begin(watchSpend(live, world.caller, EVERYTHING));
    const startedAt = monotonicMs();
    let spent = 0n;
    const spending = (async () => {
      while (monotonicMs() - startedAt < 1_100) {
        await spend('0.000001');
        spent += 1n;
      }
    })();
    const arrivals: number[] = [];
    let last = 0n;
    while (monotonicMs() - startedAt < 1_100 || last < spent) {
      last = (await nextOf(updates)).campaign.totals.day.trueSpentMicros;
      arrivals.push(monotonicMs());
    }
    await spending;
    expect(last).toBe(spent);
    expect(arrivals.length).toBeGreaterThan(2);
    for (const [i, at] of arrivals.entries()) {
      expect(at - (arrivals[i - 4] ?? -Infinity)).toBeGreaterThan(1_000);
    }
  });
});

describe('several processes', () => {
  test('all hear of what one of them commits', async () => {
    const processes = [
      await startProcess({ bus: postgresBus(world) }),
      await startProcess({ bus: postgresBus(world) }),
    ];
    const received = processes.map((each) =>
      nextOf(begin(watchStatusChanges(each.live, world.caller, ALL_CHANGES))),
    );
    await pause(campaignId, processes[0]?.kernel);
    expect(campaignsOf(await Promise.all(received))).toEqual([campaignId, campaignId]);
  });

  test('hear of it even if no signal reaches them', async () => {
    const { live: deaf } = await startProcess();
    const updates = begin(watchStatusChanges(deaf, world.caller, ALL_CHANGES));
    await pause();
    expect(campaignsOf([await nextOf(updates)])).toEqual([campaignId]);
  });
});

describe('the end', () => {
  test('of a subscription leaves nothing behind, whatever it was waiting for', async () => {
    const opened = [
      begin(watchStatusChanges(live, world.caller, ALL_CHANGES)),
      begin(watchStatusChanges(live, world.caller, { ...EVERYTHING, after: campaignId })),
      begin(watchSpend(live, world.caller, { brandId, campaignId })),
      begin(watchBrandSpend(live, world.caller, { brandId })),
    ];
    expect(live.readings.subscribers).toBe(4);
    const waiting = opened.map((updates) => updates.next());
    await Promise.all(opened.map((updates) => updates.return?.()));
    const ends = await Promise.all(waiting);
    expect(ends.every(({ done }) => done === true)).toBe(true);
    expect(live.readings.subscribers).toBe(0);
    expect(live.desk.audiences.campaignSpend.filtersByBrand(world.caller.agencyId)).toBe(false);
  });

  test('of the process ends every subscription', async () => {
    const { live: stopping } = await startProcess();
    const updates = begin(watchStatusChanges(stopping, world.caller, ALL_CHANGES));
    const waiting = updates.next();
    await stopping.close();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(stopping.readings.subscribers).toBe(0);
  });
});
