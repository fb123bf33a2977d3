import { describe, expect, test } from '@jest/globals';
import type { Position } from '../../../src/domain/paging/page.js';
import { listPeriodCloses } from '../../../src/services/budgets/list-period-closes.js';
import { loadPeriodCloses } from '../../../src/services/budgets/load-period-closes.js';
import type { ListPeriodClosesRequest } from '../../../src/services/budgets/budget-requests.js';
import { units } from '../../support/facts.js';
import { instant } from '../../support/instants.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';

interface Asked {
  readonly period?: ListPeriodClosesRequest['period'];
  readonly first?: number;
  readonly after?: Position | null;
}

async function list(brandId: string, { period = null, first = 100, after = null }: Asked = {}) {
  const request = { brandIds: [brandId], period, page: { first, after } };
  const [page] = await listPeriodCloses(world.kernel, world.caller, request);
  if (!page) throw new Error('a page for each brand');
  return page;
}

/** A brand in Vienna that spent 10 on each of the last two days of July, and is in August. */
async function aBrandInAugust() {
  const details = { timeZone: 'Europe/Vienna', dailyBudget: '50', currency: 'CHF' };
  world.at('2026-07-30T10:00:00Z');
  const { brand } = await world.aBrand(details);
  const { campaign } = await world.aCampaign({ brandId: brand.id });
  await world.aSpend(campaign.id, '10');
  world.at('2026-07-31T10:00:00Z');
  await world.aSpend(campaign.id, '10');
  world.at('2026-08-01T10:00:00Z');
  await world.aSpend(campaign.id, '1');
  return { brand, campaign };
}

describe('the ended periods of a brand', () => {
  test('come newest first, a month after its last day', async () => {
    const { brand } = await aBrandInAugust();
    const { items } = await list(brand.id);
    expect(items.map(({ node }) => `${node.kind} ${node.period.date}`)).toEqual([
      'MONTH 2026-07-01',
      'DAY 2026-07-31',
      'DAY 2026-07-30',
    ]);
    expect(items[1]?.node).toMatchObject({
      brandId: brand.id,
      currency: 'CHF',
      period: {
        date: '2026-07-31',
        startsAt: instant('2026-07-30T22:00:00Z'),
        endsAt: instant('2026-07-31T22:00:00Z'),
      },
      spentMicros: units(10),
      budgetMicros: units(50),
      closedAt: instant('2026-08-01T10:00:00Z'),
      restatedMicros: null,
    });
    expect(items[0]?.node).toMatchObject({ spentMicros: units(20), budgetMicros: null });
  });

  test('are paged, of one kind or both', async () => {
    const { brand } = await aBrandInAugust();
    const first = await list(brand.id, { first: 1 });
    expect(first.hasNextPage).toBe(true);
    const after = first.items[0]?.position ?? null;
    const rest = await list(brand.id, { first: 2, after });
    expect(rest.hasNextPage).toBe(false);
    expect(rest.items.map(({ node }) => node.kind)).toEqual(['DAY', 'DAY']);
    const months = await list(brand.id, { period: 'MONTH' });
    expect(months.items.map(({ node }) => node.period.date)).toEqual(['2026-07-01']);
    expect((await list(brand.id, { period: 'DAY', after })).items).toHaveLength(2);
  });

  test('are restated by what came in later', async () => {
    const { brand, campaign } = await aBrandInAugust();
    await world.aSpend(campaign.id, '2.5', { occurredAt: instant('2026-07-30T12:00:00Z') });
    const { items } = await list(brand.id);
    const spends = items.map(({ node }) => [node.spentMicros, node.restatedMicros]);
    expect(spends).toEqual([
      [units(20), units(22.5)],
      [units(10), null],
      [units(10), units(12.5)],
    ]);
  });

  test('are none of an unknown brand, or of another agency', async () => {
    const { brand } = await aBrandInAugust();
    expect((await list(UNKNOWN)).items).toEqual([]);
    const stranger = await world.aStranger();
    const request = { brandIds: [brand.id], period: null, page: { first: 10, after: null } };
    expect(await listPeriodCloses(world.kernel, stranger, request)).toEqual([
      { items: [], hasNextPage: false },
    ]);
  });

  test('are given by id in the order asked for', async () => {
    const { brand } = await aBrandInAugust();
    const [month, last] = (await list(brand.id)).items.map(({ node }) => node);
    const ids = [last?.id ?? '', UNKNOWN, month?.id ?? ''];
    expect(await loadPeriodCloses(world.kernel, world.caller, ids)).toEqual([last, null, month]);
    expect(await loadPeriodCloses(world.kernel, world.caller, [UNKNOWN])).toEqual([null]);
    const stranger = await world.aStranger();
    expect(await loadPeriodCloses(world.kernel, stranger, ids)).toEqual([null, null, null]);
  });
});
