import { beforeEach, describe, expect, test } from '@jest/globals';
import { ResyncError, type StatusChangeUpdate } from '../../../src/domain/live/updates.js';
import type { Live } from '../../../src/events/live.js';
import { watchStatusChanges } from '../../../src/events/topics.js';
import { activateCampaigns } from '../../../src/services/campaigns/activate-campaigns.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import type { Kernel } from '../../../src/services/kernel.js';
import { accepted } from '../../support/accepted.js';
import { begin, nextOf, take, useLiveProcesses } from '../../support/live-processes.js';
import { watching } from '../../support/watching.js';
import { useWorld } from '../../support/world.js';
import { changeOf, manyCampaigns, writeChanges } from '../../support/written-changes.js';

const MOST = 1_000;
/** What a malformed id is decoded to; no change has it. */
const NIL = '00000000-0000-0000-0000-000000000000';

const world = useWorld();
const startProcess = useLiveProcesses(world);

let kernel: Kernel;
let live: Live;
let brandId: string;
let campaignId: string;

beforeEach(async () => {
  ({ kernel, live } = await startProcess());
  brandId = (await world.aBrand()).brand.id;
  campaignId = (await world.aCampaign({ brandId })).campaign.id;
});

/** Writes changes of the campaign, each in a transaction of its own; gives their ids. */
async function written(count: number, id = campaignId): Promise<readonly string[]> {
  const changes = Array.from({ length: count }, () => changeOf(world, brandId, id));
  for (const change of changes) {
    live.announce(await writeChanges(kernel.database.everywhere, world, [change]));
  }
  return changes.map((change) => change.id);
}

function watchAfter(
  after: string,
  filter: Parameters<typeof watching>[0] = {},
): AsyncIterator<StatusChangeUpdate, undefined> {
  const request = { ...watching(filter), after };
  return begin(watchStatusChanges(live, world.caller, request));
}

const idsOf = (updates: readonly StatusChangeUpdate[]): readonly string[] =>
  updates.map(({ change }) => change.id);

describe('a subscription with `after`', () => {
  test('first gets every change since, in order, and then what is live', async () => {
    const [first = '', ...missed] = await written(5);
    const updates = watchAfter(first);
    expect(idsOf(await take(updates, 4))).toEqual(missed);
    const [next = ''] = await written(1);
    expect(idsOf(await take(updates, 1))).toEqual([next]);
  });

  test('gets only what matches its filter, from a change that need not match', async () => {
    const other = (await world.aCampaign({ brandId })).campaign.id;
    const [first = ''] = await written(1);
    const [ofOther = ''] = await written(1, other);
    const [second = ''] = await written(1);
    expect(idsOf(await take(watchAfter(ofOther, { campaigns: [campaignId] }), 1))).toEqual([
      second,
    ]);
    expect(idsOf(await take(watchAfter(first, { campaigns: [other] }), 1))).toEqual([ofOther]);
    expect(idsOf(await take(watchAfter(first, { brands: [brandId] }), 2))).toEqual([
      ofOther,
      second,
    ]);
    const both = watchAfter(first, { campaigns: [other, campaignId] });
    expect(idsOf(await take(both, 2))).toEqual([ofOther, second]);
  });

  test('of the last change gets nothing but what is to come', async () => {
    const last = (await written(2)).at(-1) ?? '';
    const updates = watchAfter(last);
    const [next = ''] = await written(1);
    expect(idsOf(await take(updates, 1))).toEqual([next]);
  });

  test('of a change that is unknown gets nothing, as of anything that does not exist', async () => {
    const [first = ''] = await written(2);
    let hasHeard = false;
    const silent = watchAfter(NIL);
    const ended = silent.next().then(({ done }) => (hasHeard = done !== true));
    const heard = watchAfter(first);
    await written(1);
    await take(heard, 2);
    await silent.return?.();
    await ended;
    expect(hasHeard).toBe(false);
  });

  test("of another agency's change gets nothing of that agency", async () => {
    const [first = ''] = await written(2);
    const stranger = await world.aStranger();
    const request = { brands: null, campaigns: null, after: first };
    let hasHeard = false;
    const foreign = begin(watchStatusChanges(live, stranger, request));
    const ended = foreign.next().then(({ done }) => (hasHeard = done !== true));
    const own = watchAfter(first);
    await written(1);
    await take(own, 2);
    expect(hasHeard).toBe(false);
    await foreign.return?.();
    await ended;
    expect(hasHeard).toBe(false);
  });

  test('replays as many as are allowed', async () => {
    const [first = ''] = await written(1);
    const missed = Array.from({ length: MOST }, () => changeOf(world, brandId, campaignId));
    live.announce(await writeChanges(kernel.database.everywhere, world, missed));
    const ids = missed.map(({ id }) => id).toSorted();
    expect(idsOf(await take(watchAfter(first), MOST))).toEqual(ids);
  });

  test('is told at once to read anew when it missed more', async () => {
    const [first = ''] = await written(1);
    const missed = Array.from({ length: MOST + 1 }, () => changeOf(world, brandId, campaignId));
    await writeChanges(kernel.database.everywhere, world, missed);
    const updates = watchAfter(first);
    await expect(updates.next()).rejects.toThrow(ResyncError);
    expect(await updates.next()).toEqual({ done: true, value: undefined });
    expect(live.readings).toMatchObject({ subscribers: 0, resyncs: 1 });
  });

  test('may be of a change that this process has not dispatched yet', async () => {
    const change = changeOf(world, brandId, campaignId);
    const held = await kernel.database.pool.connect();
    await held.query('begin');
    await held.query('select pg_current_xact_id()');
    // The open transaction holds back everything that is written now.
    await writeChanges(kernel.database.everywhere, world, [change]);
    const updates = watchAfter(change.id);
    const [next = ''] = await written(1);
    await held.query('rollback');
    held.release();
    expect(idsOf(await take(updates, 1))).toEqual([next]);
  });
});

describe('under concurrent writes', () => {
  test('a client that comes back again and again misses nothing and gets nothing twice', async () => {
    const campaigns = await manyCampaigns(world, brandId, 6);
    const [first = ''] = await written(1);
    const sentinel = Promise.all(campaigns.map(pauseAndActivate)).then(() => written(1));
    const received: StatusChangeUpdate[] = [];
    for (let visit = 0; isWaiting(received); visit += 1) {
      const updates = watchAfter(received.at(-1)?.change.id ?? first);
      for (let i = 0; i <= visit % 7 && isWaiting(received); i += 1) {
        received.push(await nextOf(updates));
      }
      await updates.return?.();
    }
    const history = await historyAfter(first);
    expect(received.at(-1)?.change.id).toBe((await sentinel)[0]);
    const places = idsOf(received).map((id) => history.findIndex((change) => change.id === id));
    expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    for (const id of campaigns) {
      const last = history.findLast((change) => change.campaign_id === id);
      expect(idsOf(received)).toContain(last?.id);
    }
  });
});

/** Whether the last change of all, that of the campaign that nobody else changes, is still to come. */
function isWaiting(received: readonly StatusChangeUpdate[]): boolean {
  return received.at(-1)?.change.campaignId !== campaignId;
}

async function pauseAndActivate(id: string): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    accepted(await pauseCampaigns(kernel, world.caller, [id]));
    accepted(await activateCampaigns(kernel, world.caller, [id]));
  }
}

/** The history in the order of commits, from the change after the given one. */
async function historyAfter(id: string) {
  const rows = await world.rows<{ id: string; campaign_id: string }>(
    'select id, campaign_id from status_change where agency_id = $1 order by xid, id',
    [world.caller.agencyId],
  );
  return rows.slice(rows.findIndex((row) => row.id === id) + 1);
}
