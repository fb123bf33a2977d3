import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type CampaignOrder,
  ListCampaignsDocument,
  RecordSpendBatchDocument,
} from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';

const scenario = useScenario({ clock: '2026-06-15T12:00:00.000Z', lasts: 'THE_FILE' });

const MANY = 25;
const brand = { id: '' };
const campaign = { id: '' };

/** More of everything than a page holds by default, made while the clock stands still. */
beforeAll(async () => {
  for (let i = 1; i < MANY; i += 1) await scenario.aBrand({ name: 'Ärger' });
  brand.id = (await scenario.aBrand()).id;
  const name = (i: number): string => ['One', 'one', 'Two', 'Ägypten', '10', '9'][i % 6] ?? '';
  for (let i = 1; i < MANY; i += 1) await scenario.aCampaign(brand, { name: name(i) });
  campaign.id = (await scenario.aCampaign(brand)).id;
  const entries = Array.from({ length: MANY }, (_, i) => {
    return { campaignId: campaign.id, amount: '1', eventId: `event ${i}` };
  });
  await scenario.run(RecordSpendBatchDocument, { entries });
  for (let i = 0; i < MANY; i += 2) {
    await scenario.pause(campaign);
    await scenario.activate(campaign);
  }
  await scenario.setClock('2026-07-10T12:00:00.000Z');
});

interface List {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly node: { readonly id: string }; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Every list there is: where it is found. */
const LISTS: Record<string, (list: string) => string> = {
  brands: (list) => `{ list: brands${list} }`,
  campaigns: (list) => `{ list: campaigns${list} }`,
  entries: (list) => `{ list: spendEntries${list} }`,
  changes: (list) => `{ list: statusChanges${list} }`,
  "a brand's campaigns": (list) => `{ owner: brand(id: "${brand.id}") { list: campaigns${list} } }`,
  "a brand's closes": (list) => `{ owner: brand(id: "${brand.id}") { list: periodCloses${list} } }`,
  "a campaign's changes": (list) =>
    `{ owner: campaign(id: "${campaign.id}") { list: statusChanges${list} } }`,
};

/** A list of the whole agency, or of one brand or campaign. */
interface Found {
  readonly list?: List;
  readonly owner?: { readonly list: List } | null;
}

/** A page of a list, asked for with these arguments. */
async function ask(kind: string, args: object): Promise<{ list: List | null; codes: unknown[] }> {
  const page = `(first: $first, after: $after) {
    nodes { id } edges { node { id } cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }`;
  const query = `query ($first: Int, $after: String) ${LISTS[kind]?.(page) ?? ''}`;
  const { data, errors } = await scenario.send<Found>(query, { ...args });
  const codes = errors.map(({ extensions }) => extensions?.code);
  return { list: data?.list ?? data?.owner?.list ?? null, codes };
}

async function page(kind: string, args: object = {}): Promise<List> {
  const { list, codes } = await ask(kind, args);
  if (!list) throw new Error(`refused: ${codes.join()}`);
  return list;
}

const idsOf = ({ nodes }: List): readonly string[] => nodes.map(({ id }) => id);

describe.each(Object.keys(LISTS))('the page of %s', (kind) => {
  test('holds 20 where `first` is absent or null, else 1 to 100', async () => {
    const sizes = [];
    for (const args of [{}, { first: null }, { first: 1 }, { first: 100 }]) {
      sizes.push((await page(kind, args)).nodes.length);
    }
    expect(sizes.slice(0, 3)).toEqual([20, 20, 1]);
    expect(sizes[3]).toBeGreaterThanOrEqual(MANY);
  });

  test.each([0, -1, 101, 2_147_483_647])('is refused with `first` %d', async (first) => {
    expect(await ask(kind, { first })).toEqual({ list: null, codes: ['BAD_USER_INPUT'] });
  });

  test('is refused after what is no cursor', async () => {
    const { pageInfo } = await page(kind);
    const cursor = pageInfo.endCursor ?? '';
    const json = Buffer.from(cursor, 'base64url').toString();
    const others = [
      '[]',
      'null',
      json.replace(/"[^"]*"\]/, '"1"]'),
      json.replace(/,"[^"]*"/, ',"x y"'),
    ];
    const forged = others.map((text) => Buffer.from(text).toString('base64url'));
    const texts = ['', ' ', 'x', '\0', cursor.slice(3), 'e'.repeat(5000), brand.id, ...forged];
    for (const after of texts) {
      const answer = await ask(kind, { after });
      expect([after, answer]).toEqual([after, { list: null, codes: ['BAD_USER_INPUT'] }]);
    }
  });

  test('follows the one before without a gap or a repetition', async () => {
    const whole = await page(kind, { first: 100 });
    expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    expect(whole.edges.map(({ node }) => node.id)).toEqual(idsOf(whole));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const next: List = await page(kind, { first: 9, after });
      const { startCursor, endCursor, hasNextPage, hasPreviousPage } = next.pageInfo;
      expect([startCursor, endCursor]).toEqual([next.edges[0]?.cursor, next.edges.at(-1)?.cursor]);
      expect(hasPreviousPage).toBe(after !== null);
      seen.push(...idsOf(next));
      after = hasNextPage ? endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(idsOf(whole));
  });
});

test('a cursor is refused in a list of another order', async () => {
  const kinds = ['brands', 'campaigns', 'entries', 'changes', "a brand's closes"];
  for (const from of kinds) {
    const after = (await page(from)).pageInfo.endCursor;
    for (const kind of kinds.filter((other) => other !== from)) {
      expect(await ask(kind, { after })).toEqual({ list: null, codes: ['BAD_USER_INPUT'] });
    }
  }
});

const ORDERS = (['CREATED_AT', 'NAME', 'UTILIZATION', 'SPENT_TODAY'] as const).flatMap((field) =>
  (['ASC', 'DESC'] as const).map((direction) => ({ field, direction })),
);

async function campaigns(orderBy: CampaignOrder, args: { first?: number; after?: string | null }) {
  return (await scenario.run(ListCampaignsDocument, { orderBy, ...args })).campaigns;
}

describe('campaigns', () => {
  test.each(ORDERS)('refuse the cursors of other orders than %j', async (orderBy) => {
    const { endCursor: after } = (await campaigns(orderBy, { first: 1 })).pageInfo;
    for (const other of ORDERS.filter((order) => order !== orderBy)) {
      const { errors } = await scenario.send(String(ListCampaignsDocument), {
        orderBy: other,
        after,
      });
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    }
    expect((await campaigns(orderBy, { after })).nodes).toHaveLength(20);
  });

  test.each(ORDERS)(
    'that tie in %j are in the order of their ids',
    async ({ field, direction }) => {
      const { nodes } = await campaigns({ field, direction }, { first: 100 });
      const runs = Map.groupBy(nodes, (node) => (field === 'NAME' ? node.name : 'all'));
      for (const tied of [...runs.values()]) {
        const ids = tied.map(({ id }) => id).filter((id) => id !== campaign.id);
        const upwards = ids.toSorted();
        expect(ids).toEqual(direction === 'ASC' ? upwards : upwards.toReversed());
      }
    },
  );
});

test('only a campaign whose value moves between two pages is missed or seen twice', async () => {
  const owner = await scenario.aBrand();
  const filter = { brandId: owner.id };
  const orderBy = { field: 'SPENT_TODAY', direction: 'DESC' } as const;
  const made = new Map<string, string>();
  const entries = new Map<string, { id: string }>();
  for (const amount of ['60', '50', '40', '30', '20', '10']) {
    const one = await scenario.aCampaign(owner);
    made.set(one.id, amount);
    entries.set(amount, (await scenario.spend(one, amount)).entry);
  }
  const next = async (after: string | null) => {
    const answer = await scenario.run(ListCampaignsDocument, { first: 2, after, filter, orderBy });
    const { nodes, pageInfo } = answer.campaigns;
    return { seen: nodes.map(({ id }) => made.get(id)), cursor: pageInfo.endCursor };
  };
  const first = await next(null);
  expect(first.seen).toEqual(['60', '50']);
  const [sixty, fifty, , , , ten] = [...made.keys()];
  await scenario.refund(entries.get('60') ?? { id: '' }, '55');
  await scenario.spend({ id: fifty ?? '' }, '50');
  await scenario.spend({ id: ten ?? '' }, '190');
  const second = await next(first.cursor);
  const third = await next(second.cursor);
  expect([...second.seen, ...third.seen]).toEqual(['40', '30', '20', '60']);
  expect(sixty).toBeDefined();
});
