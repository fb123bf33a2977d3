import { beforeEach, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../../src/domain/ids.js';
import { buildGraphSchema } from '../../../src/resolvers/build-schema.js';
import { NestedListsDocument, type NestedListsQueryVariables } from '../../generated/graphql.js';
import { ask } from '../../support/ask.js';
import { useWorld } from '../../support/world.js';

const schema = buildGraphSchema({ testClock: false });
const world = useWorld();
const BRANDS = ['A', 'B', 'C'];

let brandIds: string[] = [];

/** Three brands of three campaigns; each campaign is exhausted on two days and wakes after each. */
beforeEach(async () => {
  brandIds = [];
  for (const name of BRANDS) {
    const { brand } = await world.aBrand({ name });
    brandIds.push(brand.id);
    for (const number of [1, 2, 3]) {
      const details = { brandId: brand.id, name: `${name}${number}`, dailyBudget: '10' };
      const { campaign } = await world.at('2026-07-15T12:00:00Z').aCampaign(details);
      await world.aSpend(campaign.id, number === 3 ? '3' : '10');
    }
  }
  world.at('2026-07-18T12:00:00Z');
  for (const { id } of await world.rows<{ id: string }>(
    'select id from campaign where agency_id = $1',
    [world.caller.agencyId],
  )) {
    await world.aSpend(id, '1');
  }
});

function lists(variables: NestedListsQueryVariables = {}) {
  return ask({ schema, world }, NestedListsDocument, variables);
}

describe('lists of many objects', () => {
  test('are those of each object, in their order, and counted each', async () => {
    const { brands } = await lists({ campaigns: 2, orderBy: { field: 'NAME', direction: 'ASC' } });
    expect(brands.nodes.map(({ campaigns }) => campaigns.nodes.map(({ name }) => name))).toEqual([
      ['A1', 'A2'],
      ['B1', 'B2'],
      ['C1', 'C2'],
    ]);
    for (const { campaigns, periodCloses } of brands.nodes) {
      expect(campaigns).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
      expect(periodCloses).toEqual({
        nodes: [{ date: '2026-07-17' }, { date: '2026-07-16' }],
        pageInfo: { hasNextPage: true },
      });
      for (const { statusChanges } of campaigns.nodes) {
        expect(statusChanges).toEqual({
          nodes: [{ to: 'ACTIVE' }, { to: 'PAUSED' }],
          pageInfo: { hasNextPage: false },
        });
      }
    }
  });

  test.each(['UTILIZATION', 'SPENT_TODAY', 'CREATED_AT'] as const)(
    'go on after a cursor when ordered by %s',
    async (field) => {
      const orderBy = { field, direction: 'DESC' } as const;
      const first = await lists({ campaigns: 2, orderBy });
      const after = first.brands.nodes[0]?.campaigns.pageInfo.endCursor ?? null;
      const next = await lists({ campaigns: 2, orderBy, after });
      const seen = [first, next].flatMap(({ brands }) => brands.nodes[0]?.campaigns.nodes ?? []);
      expect(seen.map(({ name }) => name).toSorted()).toEqual(['A1', 'A2', 'A3']);
    },
  );

  test('hold what the filter asks for; another brand in it leaves nothing', async () => {
    const [first = ''] = brandIds;
    const filter = { brandId: encodeId('brand', first), search: '1' };
    const { brands } = await lists({ filter });
    expect(brands.nodes.map(({ campaigns }) => campaigns.totalCount)).toEqual([1, 0, 0]);
    const atLeast = await lists({ filter: { utilizationAtLeast: 0.1 } });
    expect(atLeast.brands.nodes.map(({ campaigns }) => campaigns.totalCount)).toEqual([3, 3, 3]);
  });

  test('cost as many statements for three brands as for one', async () => {
    const one = await world.statementsOf(() => lists({ brands: 1 }));
    const three = await world.statementsOf(() => lists({ brands: 3 }));
    expect(three).toHaveLength(one.length);
    expect(three.length).toBeLessThanOrEqual(10);
  });
});
