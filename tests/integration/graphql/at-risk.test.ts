import { beforeEach, describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { encodeId } from '../../../src/domain/ids.js';
import { buildGraphSchema } from '../../../src/resolvers/build-schema.js';
import { createContext } from '../../../src/resolvers/context.js';
import { pauseCampaigns } from '../../../src/services/campaigns/pause-campaigns.js';
import { NOBODY } from '../../support/ask.js';
import { useWorld } from '../../support/world.js';

const schema = buildGraphSchema({ testClock: false });
const world = useWorld();

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly { readonly name: string }[];
}

interface Answer {
  readonly overview: { readonly atRisk: number };
  readonly risky: Listed;
  readonly safe: Listed;
  readonly brands: { readonly nodes: readonly { readonly risky: Listed }[] };
}

const QUERY = `query ($brandId: ID) {
  overview(brandId: $brandId) { atRisk }
  risky: campaigns(first: 100, orderBy: { field: NAME, direction: ASC },
    filter: { brandId: $brandId, atRisk: true }) { totalCount nodes { name } }
  safe: campaigns(first: 100, filter: { brandId: $brandId, atRisk: false }) { totalCount }
  brands(orderBy: { field: NAME, direction: ASC }) {
    nodes { risky: campaigns(filter: { atRisk: true }) { totalCount nodes { name } } }
  }
}`;

async function ask(brandId: string | null = null, caller = world.caller): Promise<Answer> {
  const { data, errors } = await graphql({
    schema,
    source: QUERY,
    variableValues: { brandId: brandId && encodeId('brand', brandId) },
    contextValue: createContext(world.kernel, caller, NOBODY),
  });
  if (errors?.[0]) throw errors[0];
  return JSON.parse(JSON.stringify(data)) as Answer;
}

const namesIn = ({ nodes }: Listed): string => nodes.map(({ name }) => name).join(' ');

let brandIds: readonly [own: string, capped: string];

/** Campaigns at risk by a cap of their own, of a day or a month, and by that of their brand. */
beforeEach(async () => {
  const { brand: own } = await world.aBrand({ name: 'own' });
  const { brand: capped } = await world.aBrand({ name: 'capped', monthlyBudget: '100' });
  brandIds = [own.id, capped.id];
  for (const [name, brandId, caps, spent] of [
    ['exactly', own.id, { dailyBudget: '10' }, '8'],
    ['nearly', own.id, { dailyBudget: '10' }, '7.999999'],
    ['exhausted', own.id, { dailyBudget: '10' }, '10'],
    ['monthly', own.id, { monthlyBudget: '10' }, '9'],
    ['paused', own.id, { dailyBudget: '10' }, '9'],
    ['spender', capped.id, {}, '80'],
    ['sibling', capped.id, { dailyBudget: '1000' }, null],
  ] as const) {
    const { campaign } = await world.aCampaign({ name, brandId, ...caps });
    if (spent !== null) await world.aSpend(campaign.id, spent);
    if (name === 'paused') await pauseCampaigns(world.kernel, world.caller, [campaign.id]);
  }
});

describe('campaigns at risk', () => {
  test('are listed just as the overview counts them, and all others are not', async () => {
    const { overview, risky, safe, brands } = await ask();
    expect(namesIn(risky)).toBe('exactly monthly sibling spender');
    expect([overview.atRisk, risky.totalCount, safe.totalCount]).toEqual([4, 4, 3]);
    expect(brands.nodes.map((brand) => brand.risky.totalCount)).toEqual([2, 2]);
  });

  test('are those of one brand where one is asked for', async () => {
    const [own, capped] = await Promise.all(brandIds.map((id) => ask(id)));
    expect(own && namesIn(own.risky)).toBe('exactly monthly');
    expect(capped && namesIn(capped.risky)).toBe('sibling spender');
    for (const { overview, risky } of [own, capped].filter((one) => one !== undefined)) {
      expect(risky.totalCount).toBe(overview.atRisk);
    }
  });

  test.each([
    ['2026-07-16T12:00:00Z', 'monthly sibling spender'],
    ['2026-08-01T12:00:00Z', ''],
  ])('by %s are those whose period has not ended', async (at, names) => {
    world.at(at);
    const { overview, risky } = await ask();
    expect(namesIn(risky)).toBe(names);
    expect(risky.totalCount).toBe(overview.atRisk);
  });

  test('are none of another agency', async () => {
    const { risky, safe } = await ask(null, await world.aStranger());
    expect([risky.totalCount, safe.totalCount]).toEqual([0, 0]);
  });

  test('cost as many statements as other campaigns', async () => {
    const source = (filter: string): string =>
      `{ campaigns(filter: { ${filter} }) { totalCount nodes { id } } }`;
    const contextValue = createContext(world.kernel, world.caller, NOBODY);
    const sent = (filter: string) =>
      world.statementsOf(() => graphql({ schema, source: source(filter), contextValue }));
    expect(await sent('atRisk: true')).toHaveLength((await sent('')).length);
  });
});
