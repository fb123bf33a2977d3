import { beforeEach, describe, expect, test } from '@jest/globals';
import { ResyncError, type StatusChangeUpdate } from '../../../src/domain/live/updates.js';
import type { Live } from '../../../src/events/live.js';
import { watchBrandSpend, watchSpend, watchStatusChanges } from '../../../src/events/topics.js';
import { activateCampaigns } from '../../../src/services/campaigns/activate-campaigns.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import { updateCampaign } from '../../../src/services/campaigns/update-campaign.js';
import type { Kernel } from '../../../src/services/kernel.js';
import { recordSpendBatch } from '../../../src/services/spend/record-spend-batch.js';
import { accepted } from '../../support/accepted.js';
import {
  begin,
  hasHeard,
  nextOf,
  postgresBus,
  take,
  useLiveProcesses,
} from '../../support/live-processes.js';
import { campaignPatch, spendRequest } from '../../support/requests.js';
import { until } from '../../support/until.js';
import { watching } from '../../support/watching.js';
import { useWorld } from '../../support/world.js';
import { changeOf, manyCampaigns, writeChanges } from '../../support/written-changes.js';

const EVERYTHING = { brands: null, campaigns: null };
const ALL_CHANGES = { ...EVERYTHING, after: null };
const MOST_PENDING = 1_000;

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

/** Changes the status of all these campaigns in one transaction. */
async function changeAll(campaigns: readonly string[]): Promise<void> {
  const changes = campaigns.map((id) => changeOf(world, brandId, id));
  live.announce(await writeChanges(kernel.database.everywhere, world, changes));
}

const campaignsOf = (updates: readonly StatusChangeUpdate[]): readonly string[] =>
  updates.map(({ change }) => change.campaignId);

describe('a status change', () => {
  test('comes as it is in the history, with its campaign as it is at delivery', async () => {
    const updates = begin(watchStatusChanges(live, world.caller, ALL_CHANGES));
    const request = spendRequest({ campaignId, amount: '10' });
    accepted(await recordSpendBatch(kernel, world.caller, [request]));
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
    ['its brand', () => watching({ brands: [brandId] })],
    ['the campaign', () => watching({ campaigns: [campaignId] })],
    ['the campaign in its brand', () => watching({ brands: [brandId], campaigns: [campaignId] })],
    ['several campaigns', () => watching({ campaigns: [brandId, campaignId] })],
    ['several brands', () => watching({ brands: [campaignId, brandId] })],
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
      watching({ brands: [other.brand.id] }),
      watching({ campaigns: [sibling, other.brand.id] }),
      watching({ brands: [other.brand.id], campaigns: [campaignId] }),
      watching({ campaigns: [] }),
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
    const last = campaigns.at(-1) ?? '';
    const one = { ...watching({ campaigns: [last] }), after: null };
    const other = begin(watchStatusChanges(live, world.caller, one));
    await changeAll(campaigns);
    expect(campaignsOf([await nextOf(other)])).toEqual([last]);
    expect(live.readings).toMatchObject({ resyncs: 1, subscribers: 1 });
    await expect(stalled.next()).rejects.toThrow(ResyncError);
    expect(await stalled.next()).toEqual({ done: true, value: undefined });
    await changeAll(campaigns);
    expect(campaignsOf([await nextOf(other)])).toEqual([last]);
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
    const opened: AsyncIterator<unknown, undefined>[] = [
      begin(watchStatusChanges(live, world.caller, ALL_CHANGES)),
      begin(watchStatusChanges(live, world.caller, { ...EVERYTHING, after: campaignId })),
      begin(watchSpend(live, world.caller, watching({ brands: [] }))),
      begin(watchBrandSpend(live, world.caller, watching({ brands: [brandId] }))),
    ];
    expect(live.readings.subscribers).toBe(4);
    const waiting = opened.map((updates) => updates.next());
    for (const updates of opened) await updates.return?.();
    for (const next of waiting) expect((await next).done).toBe(true);
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
