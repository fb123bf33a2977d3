import { describe, expect, test } from '@jest/globals';
import type { Position } from '../../../src/domain/paging/page.js';
import { activateCampaigns } from '../../../src/services/campaigns/activate-campaigns.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import type { StatusChangeFilter } from '../../../src/services/history/history-requests.js';
import { listStatusChanges } from '../../../src/services/history/list-status-changes.js';
import { loadStatusChanges } from '../../../src/services/history/load-status-changes.js';
import { instant } from '../../support/instants.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const ANY: StatusChangeFilter = {
  ...{ brandId: null, campaignId: null, from: null, to: null },
  ...{ cause: null, toStatus: null },
};

interface Asked {
  readonly filter?: Partial<StatusChangeFilter>;
  readonly first?: number;
  readonly after?: Position | null;
}

function list({ filter = {}, first = 100, after = null }: Asked) {
  const request = { page: { first, after }, filter: { ...ANY, ...filter } };
  return listStatusChanges(world.kernel, world.caller, request);
}

async function instants(filter: Partial<StatusChangeFilter>): Promise<string[]> {
  const { items } = await list({ filter });
  return items.map(({ node }) => new Date(node.at).toISOString().slice(11, 19));
}

async function aCampaign(dailyBudget: string | null = null) {
  const { brand } = await world.aBrand();
  return (await world.aCampaign({ brandId: brand.id, dailyBudget })).campaign;
}

/** Pauses at even seconds, activates at odd ones. */
async function toggle(id: string, seconds: readonly number[]): Promise<void> {
  for (const second of seconds) {
    world.at(`2026-07-15T12:00:${String(second).padStart(2, '0')}Z`);
    const change = second % 2 === 0 ? pauseCampaigns : activateCampaigns;
    await change(world.kernel, world.caller, [id]);
  }
}

describe('the history', () => {
  test('tells what changed, why, and who did it', async () => {
    const { id, brandId, agencyId } = await aCampaign('10');
    await world.aSpend(id, '10');
    world.at('2026-07-16T07:00:00Z');
    await world.aSpend(id, '1');
    const { items } = await list({});
    expect(items.map(({ node }) => node)).toMatchObject([
      {
        agencyId,
        brandId,
        campaignId: id,
        from: 'PAUSED',
        to: 'ACTIVE',
        blockersBefore: ['DAILY_BUDGET'],
        blockers: [],
        cause: 'BUDGET_RESET',
        actor: null,
        at: instant('2026-07-16T00:00:00Z'),
      },
      {
        from: 'ACTIVE',
        to: 'PAUSED',
        blockersBefore: [],
        blockers: ['DAILY_BUDGET'],
        cause: 'SPEND',
        actor: { kind: 'USER', id: 'user-1', name: 'Ada' },
        at: instant('2026-07-15T12:00:00Z'),
      },
    ]);
  });

  test('is paged newest first, changes of one instant by their ids', async () => {
    const [one, two] = [await aCampaign(), await aCampaign()];
    await toggle(one.id, [0, 1, 2]);
    world.at('2026-07-15T12:00:02Z');
    await pauseCampaigns(world.kernel, world.caller, [two.id]);
    const all = (await list({})).items.map(({ node }) => node.id);
    expect(all).toHaveLength(4);
    expect(all).toEqual(all.toSorted().toReversed());
    const walked: string[] = [];
    let after: Position | null = null;
    for (;;) {
      const page = await list({ first: 1, after });
      walked.push(...page.items.map(({ node }) => node.id));
      if (!page.hasNextPage) break;
      after = page.items.at(-1)?.position ?? null;
    }
    expect(walked).toEqual(all);
  });

  test('is filtered by brand, campaign and instant', async () => {
    const [one, two] = [await aCampaign(), await aCampaign()];
    await toggle(one.id, [0, 1, 2]);
    await toggle(two.id, [4, 5]);
    const [from, to] = [instant('2026-07-15T12:00:01Z'), instant('2026-07-15T12:00:04Z')];
    expect(await instants({ from, to })).toEqual(['12:00:02', '12:00:01']);
    expect(await instants({ from, campaignId: one.id })).toEqual(['12:00:02', '12:00:01']);
    expect(await instants({ brandId: two.brandId })).toEqual(['12:00:05', '12:00:04']);
    expect(await instants({ to, brandId: two.brandId })).toEqual([]);
    expect(await instants({ brandId: UNKNOWN })).toEqual([]);
    expect(await instants({ toStatus: ['ACTIVE'] })).toEqual(['12:00:05', '12:00:01']);
    expect(await instants({ toStatus: ['PAUSED', 'INACTIVE'], to })).toHaveLength(2);
    expect(await instants({ cause: ['USER', 'JOB'] })).toHaveLength(5);
    expect(await instants({ cause: ['SPEND'] })).toEqual([]);
    expect(await instants({ cause: [] })).toEqual([]);
    expect(await instants({ from: instant('0001-01-01T00:00:00Z') })).toHaveLength(5);
  });

  test('gives changes by id in the order asked for, each of the own agency', async () => {
    const { id } = await aCampaign();
    await toggle(id, [0, 1]);
    const [newer, older] = (await list({})).items.map(({ node }) => node);
    const ids = [older?.id ?? '', UNKNOWN, newer?.id ?? ''];
    const stranger = await world.aStranger();
    expect(await loadStatusChanges(world.kernel, world.caller, ids)).toEqual([older, null, newer]);
    expect(await loadStatusChanges(world.kernel, stranger, ids)).toEqual([null, null, null]);
    const request = { page: { first: 10, after: null }, filter: ANY };
    expect((await listStatusChanges(world.kernel, stranger, request)).items).toEqual([]);
  });

  test('takes any position that a cursor can name', async () => {
    const { id } = await aCampaign();
    await toggle(id, [0]);
    const at = (value: string) => list({ after: { value, id: UNKNOWN } });
    expect((await at('999999999999999')).items).toHaveLength(1);
    expect((await at('-999999999999999')).items).toHaveLength(0);
  });
});
