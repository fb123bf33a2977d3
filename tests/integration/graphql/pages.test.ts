import { beforeEach, describe, expect, test } from '@jest/globals';
import type { CampaignSnapshot } from '../../../src/domain/campaign/campaign.js';
import { encodeId } from '../../../src/domain/ids.js';
import { buildGraphSchema } from '../../../src/resolvers/build-schema.js';
import { ask } from '../../support/ask.js';
import { useWorld } from '../../support/world.js';
import {
  type CampaignOrder,
  CampaignHistoryDocument,
  ListCampaignsDocument,
  ListSpendEntriesDocument,
} from '../../generated/graphql.js';

const schema = buildGraphSchema({ testClock: false });
const world = useWorld();
const api = { schema, world };

const ORDERS: readonly CampaignOrder[] = (
  ['CREATED_AT', 'NAME', 'UTILIZATION', 'SPENT_TODAY'] as const
).flatMap((field) => [
  { field, direction: 'ASC' as const },
  { field, direction: 'DESC' as const },
]);

/** The caps and the spend of today of the campaigns: equal, absent and exhausted ones are among them. */
const CASES = [
  ['10', '3'],
  ['10', '3'],
  [null, '3'],
  ['30', '10'],
  ['1', '1'],
  [null, null],
  ['7', null],
] as const;

let campaigns: CampaignSnapshot[] = [];

beforeEach(async () => {
  const { brand } = await world.aBrand({ dailyBudget: '1000' });
  campaigns = [];
  for (const [dailyBudget, spent] of CASES) {
    const made = await world.aCampaign({
      brandId: brand.id,
      dailyBudget,
      windows: [{ days: ['WEDNESDAY'], startMinute: 0, endMinute: 0 }],
    });
    if (spent !== null) await world.aSpend(made.campaign.id, spent);
    campaigns.push(made);
  }
});

/** The ids of all campaigns, two a page. */
async function walk(orderBy: CampaignOrder): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof page>> = await page(orderBy, after);
    seen.push(...answer.nodes.map(({ id }) => id));
    after = answer.pageInfo.hasNextPage ? answer.pageInfo.endCursor : null;
  } while (after !== null);
  return seen;
}

async function page(orderBy: CampaignOrder, after: string | null) {
  return (await ask(api, ListCampaignsDocument, { first: 2, after, orderBy })).campaigns;
}

describe('pages of campaigns', () => {
  test.each(ORDERS)('hold each campaign once, in the order of %j', async (orderBy) => {
    const whole = await ask(api, ListCampaignsDocument, { first: 100, orderBy });
    const expected = whole.campaigns.nodes.map(({ id }) => id);
    expect(expected).toHaveLength(CASES.length);
    expect(await walk(orderBy)).toEqual(expected);
  });

  test('have those without a cap last, in either direction of utilization', async () => {
    for (const direction of ['ASC', 'DESC'] as const) {
      const { campaigns: found } = await ask(api, ListCampaignsDocument, {
        orderBy: { field: 'UTILIZATION', direction },
      });
      const utilizations = found.nodes.map(({ today }) => today.utilization);
      expect(utilizations.slice(-2)).toEqual([null, null]);
      const given = utilizations.filter((value) => value !== null);
      const sorted = given.toSorted((a, b) => (direction === 'ASC' ? a - b : b - a));
      expect(given).toEqual(sorted);
    }
  });

  test('are counted by what the filter matches', async () => {
    const { campaigns: found } = await ask(api, ListCampaignsDocument, {
      first: 1,
      filter: { utilizationAtLeast: 1 },
    });
    expect(found.totalCount).toBe(1);
    expect(found.nodes.map(({ status }) => status)).toEqual(['PAUSED']);
  });
});

describe('what a page costs', () => {
  test('50 campaigns with brand, usage, schedule and blockers are at most 6 statements', async () => {
    const [first] = campaigns;
    const brandId = first?.brand.id ?? '';
    while (campaigns.length < 50) campaigns.push(await world.aCampaign({ brandId }));
    const statements = await world.statementsOf(async () => {
      const { campaigns: found } = await ask(api, ListCampaignsDocument, { first: 50 });
      expect(found.nodes).toHaveLength(50);
      expect(found.totalCount).toBe(50);
    });
    expect(statements.length).toBeLessThanOrEqual(6);
  });

  test('entries name their campaigns in one statement for all', async () => {
    const one = await world.statementsOf(() => ask(api, ListSpendEntriesDocument, { first: 1 }));
    const five = await world.statementsOf(() => ask(api, ListSpendEntriesDocument, { first: 5 }));
    expect(five.length).toBe(one.length);
  });
});

test('the history of a campaign goes on where its last page ended', async () => {
  const exhausted = campaigns[4]?.campaign.id ?? '';
  const id = encodeId('campaign', exhausted);
  await world.at('2026-07-16T12:00:00.000Z').aSpend(exhausted, '0.5');
  await world.aSpend(exhausted, '0.5');
  const seen: string[] = [];
  let after: string | null = null;
  for (;;) {
    const answer: Awaited<ReturnType<typeof history>> = await history(id, after);
    if (!answer) break;
    seen.push(...answer.nodes.map(({ id: change }) => change));
    if (!answer.pageInfo.hasNextPage) break;
    after = answer.pageInfo.endCursor ?? null;
  }
  const whole = await ask(api, CampaignHistoryDocument, { id });
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual(whole.campaign?.statusChanges.nodes.map(({ id: change }) => change));
  expect(seen).toEqual(seen.toSorted().toReversed());
});

async function history(id: string, after: string | null) {
  const { campaign } = await ask(api, CampaignHistoryDocument, { id, first: 1, after });
  return campaign?.statusChanges;
}
