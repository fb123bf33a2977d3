import { describe, expect, test } from '@jest/globals';
import type { CampaignSnapshot } from '../../../src/domain/campaign/campaign.js';
import type { Position } from '../../../src/domain/paging/page.js';
import type {
  CampaignFilter,
  CampaignOrder,
} from '../../../src/services/campaigns/campaign-requests.js';
import { listCampaigns } from '../../../src/services/campaigns/list-campaigns.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import { instant } from '../../support/instants.js';
import { START, useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const ANY: CampaignFilter = {
  brandId: null,
  search: null,
  status: null,
  desiredStatus: null,
  blocker: null,
  externalId: null,
  utilizationAtLeast: null,
  atRisk: null,
};
const NEWEST: CampaignOrder = { field: 'CREATED_AT', direction: 'DESC' };

interface Asked {
  readonly filter?: Partial<CampaignFilter>;
  readonly order?: CampaignOrder;
  readonly first?: number;
  readonly after?: Position | null;
}

function list({ filter = {}, order = NEWEST, first = 100, after = null }: Asked) {
  const request = { page: { first, after }, filter: { ...ANY, ...filter }, order };
  return listCampaigns(world.kernel, world.caller, request);
}

/** The names of a whole list, read page by page. */
async function walk(asked: Asked): Promise<string[]> {
  const names: string[] = [];
  let after: Position | null = null;
  for (;;) {
    const page = await list({ ...asked, after });
    names.push(...page.items.map(({ node }) => node.campaign.name));
    if (!page.hasNextPage) return names;
    after = page.items.at(-1)?.position ?? null;
  }
}

async function names(filter: Partial<CampaignFilter>): Promise<string[]> {
  const page = await list({ filter, order: { field: 'NAME', direction: 'ASC' } });
  expect(await page.totalCount()).toBe(page.items.length);
  return page.items.map(({ node }) => node.campaign.name);
}

/** Campaigns named by a word, with a cap and what they spent today; null: none. */
async function campaigns(
  brandId: string,
  ...specs: readonly (readonly [name: string, cap: string | null, spent: string | null])[]
): Promise<CampaignSnapshot[]> {
  const made: CampaignSnapshot[] = [];
  for (const [name, dailyBudget, spent] of specs) {
    const campaign = await world.aCampaign({ brandId, name, dailyBudget });
    if (spent !== null) await world.aSpend(campaign.campaign.id, spent);
    made.push(campaign);
  }
  return made;
}

describe('the orders of campaigns', () => {
  const ORDERS = [
    ['CREATED_AT', 'ASC', 'b a B ä c half none zero'],
    ['CREATED_AT', 'DESC', 'zero none half c ä B a b'],
    ['NAME', 'ASC', 'B a b c half none zero ä'],
    ['NAME', 'DESC', 'ä zero none half c b a B'],
    // Zero, half, four fifths three times, over; then those without a cap.
    ['UTILIZATION', 'ASC', 'zero half b a B c ä none'],
    ['UTILIZATION', 'DESC', 'c B a b half zero none ä'],
    ['SPENT_TODAY', 'ASC', 'none zero half b ä a B c'],
    ['SPENT_TODAY', 'DESC', 'c B a ä b half zero none'],
  ] as const;

  test.each(ORDERS)(
    'by %s %s have a place for each, page by page',
    async (field, direction, all) => {
      const { brand } = await world.aBrand();
      await campaigns(
        brand.id,
        ['b', '5', '4'],
        ['a', '10', '8'],
        ['B', '10', '8'],
        ['ä', null, '4'],
        ['c', '9', '9.5'],
        ['half', '7', '3.5'],
        ['none', null, null],
        ['zero', '3', null],
      );
      const order = { field, direction };
      for (const first of [1, 3, 8]) {
        expect((await walk({ order, first })).join(' ')).toBe(all);
        expect((await walk({ order, first, filter: { brandId: brand.id } })).join(' ')).toBe(all);
      }
    },
  );

  test('never lose or repeat a row at thirds that no decimal can hold', async () => {
    const { brand } = await world.aBrand();
    const specs = Array.from({ length: 12 }, (_, i) => [String(i), '3', String((i % 3) + 1)]);
    await campaigns(
      brand.id,
      ...specs.map(([n = '', cap = '', spent = '']) => [n, cap, spent] as const),
    );
    const order = { field: 'UTILIZATION', direction: 'DESC' } as const;
    const walked = await walk({ order, first: 1 });
    expect(walked).toEqual(['11', '8', '5', '2', '10', '7', '4', '1', '9', '6', '3', '0']);
  });

  test('count what was set aside by a reset as not spent, and today by the stored day', async () => {
    const { brand } = await world.aBrand();
    const [first] = await campaigns(brand.id, ['reset', '10', '9'], ['kept', '10', '5']);
    await world.rows(
      "update counter set offset_micros = true_spent_micros where owner_id = $1 and period = 'DAY'",
      [first?.campaign.id],
    );
    expect(await walk({ order: { field: 'SPENT_TODAY', direction: 'DESC' } })).toEqual([
      'kept',
      'reset',
    ]);
    world.at('2026-07-16T09:00:00Z');
    expect(await names({ utilizationAtLeast: 0.5 })).toEqual(['kept']);
  });

  test("take each brand's own day for today", async () => {
    const { brand: ahead } = await world.aBrand({ timeZone: 'Pacific/Auckland' });
    const { brand: behind } = await world.aBrand({ timeZone: 'America/New_York' });
    const [sixteenth] = await campaigns(ahead.id, ['ahead', '10', '6']);
    await campaigns(behind.id, ['behind', '10', '5']);
    // What counts in another day than the brand's own is not of today.
    world.at('2026-07-16T05:00:00Z');
    await world.aSpend(sixteenth?.campaign.id ?? '', '0.5', { occurredAt: instant(START) });
    expect(await names({ utilizationAtLeast: 0.6 })).toEqual(['ahead']);
    world.at('2026-07-16T13:00:00Z');
    await world.aSpend(sixteenth?.campaign.id ?? '', '1');
    expect(await walk({ order: { field: 'SPENT_TODAY', direction: 'DESC' } })).toEqual([
      'behind',
      'ahead',
    ]);
    expect(await names({ utilizationAtLeast: 0.6 })).toEqual([]);
  });

  test('take any position that a cursor can name', async () => {
    const { brand } = await world.aBrand();
    await campaigns(brand.id, ['only', '10', '1']);
    const id = UNKNOWN;
    const first = { first: 1, after: null };
    const reads = [
      { field: 'CREATED_AT', value: '999999999999999' },
      { field: 'CREATED_AT', value: '-999999999999999' },
      { field: 'SPENT_TODAY', value: '-9223372036854775807' },
      { field: 'UTILIZATION', value: '1e99' },
      { field: 'UTILIZATION', value: null },
      { field: 'NAME', value: "'%_\\" },
    ] as const;
    for (const { field, value } of reads) {
      const order = { field, direction: 'ASC' } as const;
      const page = await list({ ...first, order, after: { value, id } });
      expect(page.hasNextPage).toBe(false);
    }
  });
});

describe('the filters of campaigns', () => {
  test('search names and external ids in any case, wildcards being letters like others', async () => {
    const { brand } = await world.aBrand();
    await world.aCampaign({ brandId: brand.id, name: 'Ärger 100%', externalId: 'x_1' });
    await world.aCampaign({ brandId: brand.id, name: 'Frieden', externalId: 'X-2\\' });
    await world.aCampaign({ brandId: brand.id, name: 'ΟΔΟΣ 1000' });
    expect(await names({ search: 'ärGER' })).toEqual(['Ärger 100%']);
    expect(await names({ search: '100%' })).toEqual(['Ärger 100%']);
    expect(await names({ search: '%' })).toEqual(['Ärger 100%']);
    expect(await names({ search: 'X_' })).toEqual(['Ärger 100%']);
    expect(await names({ search: '\\' })).toEqual(['Frieden']);
    expect(await names({ search: 'οδος' })).toEqual(['ΟΔΟΣ 1000']);
    expect(await names({ search: '' })).toHaveLength(3);
    for (const search of ['nowhere', 'a\0', '\udc00', '�']) {
      expect(await names({ search })).toEqual([]);
    }
  });

  test('match stored statuses, deciding blockers and what people asked for', async () => {
    const { brand } = await world.aBrand();
    const [, paused] = await campaigns(
      brand.id,
      ['runs', '10', '1'],
      ['paused', '10', '1'],
      ['spent', '10', '10'],
    );
    await pauseCampaigns(world.kernel, world.caller, [paused?.campaign.id ?? '']);
    expect(await names({ status: ['ACTIVE'] })).toEqual(['runs']);
    expect(await names({ status: ['PAUSED', 'INACTIVE'] })).toEqual(['paused', 'spent']);
    expect(await names({ status: [] })).toEqual([]);
    expect(await names({ desiredStatus: ['PAUSED'] })).toEqual(['paused']);
    expect(await names({ blocker: ['DAILY_BUDGET', 'ENDED'] })).toEqual(['spent']);
    expect(await names({ blocker: [] })).toEqual([]);
    expect(await names({ status: ['PAUSED'], desiredStatus: ['ACTIVE'] })).toEqual(['spent']);
  });

  test('match utilization exactly, and nothing without a cap', async () => {
    const { brand } = await world.aBrand();
    await campaigns(
      brand.id,
      ['almost', '10', '7.999999'],
      ['exactly', '10', '8'],
      ['open', null, '1000'],
      ['unspent', '10', null],
    );
    expect(await names({ utilizationAtLeast: 0.8 })).toEqual(['exactly']);
    expect(await names({ utilizationAtLeast: 0.7999999 })).toEqual(['almost', 'exactly']);
    expect(await names({ utilizationAtLeast: 0 })).toEqual(['almost', 'exactly', 'unspent']);
    expect(await names({ utilizationAtLeast: 1e300 })).toEqual([]);
  });

  test('match brands and external ids, and nothing for what is unknown', async () => {
    const [one, two] = [(await world.aBrand()).brand, (await world.aBrand()).brand];
    await world.aCampaign({ brandId: one.id, name: 'a', externalId: 'A' });
    await world.aCampaign({ brandId: two.id, name: 'b', externalId: 'B' });
    expect(await names({ brandId: two.id })).toEqual(['b']);
    expect(await names({ brandId: UNKNOWN })).toEqual([]);
    expect(await names({ externalId: ['A', 'B', 'C', 'B\0', '\ud800'] })).toEqual(['a', 'b']);
    expect(await names({ externalId: ['\0'] })).toEqual([]);
    expect(await names({ brandId: one.id, externalId: ['B'] })).toEqual([]);
  });

  test("never show another agency's campaigns", async () => {
    const { brand } = await world.aBrand();
    await world.aCampaign({ brandId: brand.id });
    const stranger = await world.aStranger();
    const request = { page: { first: 10, after: null }, filter: ANY, order: NEWEST };
    const page = await listCampaigns(world.kernel, stranger, request);
    expect(page.items).toEqual([]);
    expect(await page.totalCount()).toBe(0);
  });
});

describe('a page of campaigns', () => {
  test('costs two statements, and one more for its total count', async () => {
    const { brand } = await world.aBrand();
    for (let i = 0; i < 20; i += 1) await world.aCampaign({ brandId: brand.id });
    let total: (() => Promise<number>) | undefined;
    const sent = await world.statementsOf(async () => {
      ({ totalCount: total } = await list({ first: 15 }));
    });
    expect(sent).toHaveLength(2);
    expect(await world.statementsOf(async () => total?.())).toHaveLength(1);
    expect(await total?.()).toBe(20);
  });

  test('shows its campaigns as they are now, in the order of what is stored', async () => {
    const { brand } = await world.aBrand();
    await campaigns(brand.id, ['low', '10', '1'], ['high', '10', '10']);
    world.at('2026-07-16T09:00:00Z');
    const order = { field: 'SPENT_TODAY', direction: 'DESC' } as const;
    const { items } = await list({ order });
    expect(items.map(({ node }) => node.campaign.name)).toEqual(['high', 'low']);
    expect(items.map(({ node }) => node.campaign.state.status)).toEqual(['ACTIVE', 'ACTIVE']);
    expect(items.map(({ node }) => node.totals.day.trueSpentMicros)).toEqual([0n, 0n]);
  });
});
