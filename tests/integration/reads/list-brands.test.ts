import { describe, expect, test } from '@jest/globals';
import type { Position } from '../../../src/domain/paging/page.js';
import type { BrandFilter, BrandOrder } from '../../../src/services/brands/brand-requests.js';
import { listBrands } from '../../../src/services/brands/list-brands.js';
import { units } from '../../support/facts.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const ANY: BrandFilter = { search: null, status: null, externalId: null, currency: null };
const BY_NAME: BrandOrder = { field: 'NAME', direction: 'ASC' };

interface Asked {
  readonly filter?: Partial<BrandFilter>;
  readonly order?: BrandOrder;
  readonly first?: number;
  readonly after?: Position | null;
}

function list({ filter = {}, order = BY_NAME, first = 100, after = null }: Asked) {
  const request = { page: { first, after }, filter: { ...ANY, ...filter }, order };
  return listBrands(world.kernel, world.caller, request);
}

async function walk(order: BrandOrder): Promise<string> {
  const names: string[] = [];
  let after: Position | null = null;
  for (;;) {
    const page = await list({ order, first: 2, after });
    names.push(...page.items.map(({ node }) => node.brand.name));
    if (!page.hasNextPage) return names.join(' ');
    after = page.items.at(-1)?.position ?? null;
  }
}

async function names(filter: Partial<BrandFilter>): Promise<string[]> {
  const page = await list({ filter });
  expect(await page.totalCount()).toBe(page.items.length);
  return page.items.map(({ node }) => node.brand.name);
}

describe('the orders of brands', () => {
  test.each([
    ['CREATED_AT', 'ASC', 'b a b A z'],
    ['CREATED_AT', 'DESC', 'z A b a b'],
    ['NAME', 'ASC', 'A a b b z'],
    ['NAME', 'DESC', 'z b b a A'],
  ] as const)('by %s %s have a place for each', async (field, direction, all) => {
    for (const name of ['b', 'a', 'b', 'A']) await world.aBrand({ name });
    world.at('2026-07-15T12:00:00.001Z');
    await world.aBrand({ name: 'z' });
    expect(await walk({ field, direction })).toBe(all);
  });

  test.each([
    ['UTILIZATION', 'ASC', 'idle thirds twoThirds full uncapped'],
    ['UTILIZATION', 'DESC', 'full twoThirds thirds idle uncapped'],
    ['SPENT_TODAY', 'ASC', 'idle thirds twoThirds full uncapped'],
    ['SPENT_TODAY', 'DESC', 'uncapped full twoThirds thirds idle'],
  ] as const)('by %s %s go by what is stored of today', async (field, direction, all) => {
    for (const [name, dailyBudget, spent] of [
      ['full', '3', '3'],
      ['uncapped', null, '9'],
      ['thirds', '3', '1'],
      ['idle', '7', null],
      ['twoThirds', '3', '2'],
    ] as const) {
      const { brand } = await world.aBrand({ name, dailyBudget });
      const { campaign } = await world.aCampaign({ brandId: brand.id });
      if (spent !== null) await world.aSpend(campaign.id, spent);
    }
    expect(await walk({ field, direction })).toBe(all);
  });

  test('give brands of one name by their ids, in the direction of the order', async () => {
    const first = await world.aBrand({ name: 'twin' });
    const second = await world.aBrand({ name: 'twin' });
    const ids = async (direction: 'ASC' | 'DESC') =>
      (await list({ order: { field: 'NAME', direction } })).items.map(({ node }) => node.brand.id);
    expect(await ids('ASC')).toEqual([first.brand.id, second.brand.id]);
    expect(await ids('DESC')).toEqual([second.brand.id, first.brand.id]);
  });
});

describe('the filters of brands', () => {
  test('search names and external ids, and match statuses and external ids', async () => {
    await world.aBrand({ name: 'Ärzte', externalId: 'DOC-1' });
    const { brand } = await world.aBrand({ name: 'Nurses', externalId: 'nur%e' });
    await world.rows("update brand set status = 'PAUSED' where id = $1", [brand.id]);
    expect(await names({ search: 'äRZ' })).toEqual(['Ärzte']);
    expect(await names({ search: 'doc' })).toEqual(['Ärzte']);
    expect(await names({ search: '%' })).toEqual(['Nurses']);
    expect(await names({ search: '\0' })).toEqual([]);
    expect(await names({ status: ['PAUSED'] })).toEqual(['Nurses']);
    expect(await names({ status: [] })).toEqual([]);
    expect(await names({ externalId: ['DOC-1', 'doc-1', '\ud800'] })).toEqual(['Ärzte']);
    expect(await names({ search: 'n', status: ['ACTIVE'] })).toEqual([]);
    await world.aBrand({ name: 'Sakura', currency: 'JPY' });
    expect(await names({ currency: ['JPY', 'USD'] })).toEqual(['Sakura']);
    expect(await names({ currency: ['EUR'], search: 'n' })).toEqual(['Nurses']);
  });
});

describe('a page of brands', () => {
  test('costs two statements and shows them as they are now', async () => {
    const { brand } = await world.aBrand({ name: 'spends' });
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    await world.aSpend(campaign.id, '3');
    await world.aBrand({ name: 'waits' });
    world.at('2026-07-16T09:00:00Z');
    let items: Awaited<ReturnType<typeof list>>['items'] = [];
    const sent = await world.statementsOf(async () => {
      ({ items } = await list({}));
    });
    expect(sent).toHaveLength(2);
    expect(items.map(({ node }) => node.totals.day.trueSpentMicros)).toEqual([0n, 0n]);
    expect(items.map(({ node }) => node.totals.month.trueSpentMicros)).toEqual([units(3), 0n]);
    expect(items.map(({ node }) => node.brand.day.date)).toEqual(['2026-07-16', '2026-07-16']);
  });
});
