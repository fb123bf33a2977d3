import { beforeEach, describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { buildGraphSchema } from '../../../src/resolvers/build-schema.js';
import { createContext } from '../../../src/resolvers/context.js';
import { recordRefund } from '../../../src/services/spend/record-refund.js';
import { accepted } from '../../support/accepted.js';
import { NOBODY } from '../../support/ask.js';
import { instant } from '../../support/instants.js';
import { useWorld } from '../../support/world.js';

const schema = buildGraphSchema({ testClock: false });
const world = useWorld();

const QUERY = `query (
  $first: Int, $after: String, $filter: SpendEntryFilter, $orderBy: SpendEntryOrder
) {
  spendEntries(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes { id eventId } pageInfo { hasNextPage endCursor }
  }
}`;

interface Asked {
  readonly first?: number;
  readonly after?: string | null;
  readonly filter?: object;
  readonly orderBy?: object;
}

interface Listed {
  readonly nodes: readonly { readonly id: string; readonly eventId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function send(asked: Asked, caller = world.caller) {
  const contextValue = createContext(world.kernel, caller, NOBODY);
  return graphql({ schema, source: QUERY, variableValues: { ...asked }, contextValue });
}

async function page(asked: Asked, caller = world.caller): Promise<Listed> {
  const { data, errors } = await send(asked, caller);
  if (errors?.[0]) throw errors[0];
  return (data as unknown as { spendEntries: Listed }).spendEntries;
}

async function events(filter: object): Promise<string> {
  return (await page({ filter })).nodes.map(({ eventId }) => eventId).join(' ');
}

/** Recorded from 1 to 5; 2 and 3 occurred at the same instant, before 1, and 4 while it was paused. */
beforeEach(async () => {
  const { brand } = await world.aBrand();
  const { campaign } = await world.aCampaign({ brandId: brand.id, dailyBudget: '10' });
  const spend = (eventId: string, occurredAt: string, more: { source: string; amount?: string }) =>
    world.aSpend(campaign.id, more.amount ?? '1', {
      eventId,
      occurredAt: instant(occurredAt),
      source: more.source,
    });
  const first = await spend('e1', '2026-07-15T11:00:00Z', { source: 'api' });
  world.at('2026-07-15T12:00:01Z');
  await spend('e2', '2026-07-15T10:00:00Z', { source: 'dsp' });
  await spend('e3', '2026-07-15T10:00:00Z', { source: 'api' });
  world.at('2026-07-15T12:00:02Z');
  await spend('e1', '2026-07-15T12:00:02Z', { source: 'dsp', amount: '7' });
  world.at('2026-07-15T12:00:03Z');
  await spend('e4', '2026-07-15T12:00:03Z', { source: 'import' });
  const refund = { entryId: first.id, amount: '0.5', eventId: 'r1', source: 'api' };
  accepted(await recordRefund(world.kernel, world.caller, refund));
});

describe('the orders of the ledger', () => {
  test.each([
    ['RECORDED_AT', 'ASC', 'e1 e2 e3 e1 e4 r1'],
    ['RECORDED_AT', 'DESC', 'r1 e4 e1 e3 e2 e1'],
    ['OCCURRED_AT', 'ASC', 'e2 e3 e1 r1 e1 e4'],
    ['OCCURRED_AT', 'DESC', 'e4 e1 r1 e1 e3 e2'],
  ])('by %s %s have a place for each, page after page', async (field, direction, expected) => {
    const orderBy = { field, direction };
    for (const first of [1, 2, 100]) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { nodes, pageInfo }: Listed = await page({ first, after, orderBy });
        seen.push(...nodes.map(({ eventId }) => eventId));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen.join(' ')).toBe(expected);
    }
  });

  test('keep their cursors apart', async () => {
    const orderBy = { field: 'OCCURRED_AT', direction: 'ASC' };
    const { pageInfo } = await page({ first: 1, orderBy });
    const { errors } = await send({ after: pageInfo.endCursor });
    expect(errors?.[0]?.originalError).toMatchObject({ field: ['after'] });
  });
});

describe('the filters of the ledger', () => {
  test('match kinds, sources, events and whether it happened while blocked', async () => {
    expect(await events({ kind: ['REFUND'] })).toBe('r1');
    expect(await events({ kind: ['SPEND'] })).toBe('e4 e1 e3 e2 e1');
    expect(await events({ kind: ['SPEND', 'REFUND'], source: ['dsp', 'import'] })).toBe('e4 e1 e2');
    expect(await events({ whileBlocked: true })).toBe('e4');
    expect(await events({ whileBlocked: false, kind: ['SPEND'] })).toBe('e1 e3 e2 e1');
    for (const filter of [{ kind: [] }, { source: [] }, { eventId: [] }]) {
      expect(await events(filter)).toBe('');
    }
  });

  test('find events exactly, of every source that there is', async () => {
    expect(await events({ eventId: ['e1'] })).toBe('e1 e1');
    expect(await events({ eventId: ['e1', 'r1', 'e', 'E1', '\0'] })).toBe('r1 e1 e1');
    expect(await events({ eventId: ['e1'], source: ['dsp', '\ud800'] })).toBe('e1');
    const found = await page({ filter: { eventId: ['e1', 'e2'] } }, await world.aStranger());
    expect(found.nodes).toEqual([]);
  });

  test('refuse more events than a page has rows, and name the field', async () => {
    const eventId = Array.from({ length: 101 }, (_, i) => `e${i}`);
    const { errors } = await send({ filter: { eventId } });
    expect(errors?.[0]?.originalError).toMatchObject({ field: ['filter', 'eventId'] });
    expect(await events({ eventId: eventId.slice(1) })).toBe('e4 e1 e3 e2 e1');
  });

  test('cost as many statements for one row as for all', async () => {
    for (const filter of [{ kind: ['SPEND'] }, { eventId: ['e1', 'e2', 'e3'] }]) {
      const one = await world.statementsOf(() => page({ first: 1, filter }));
      const all = await world.statementsOf(() => page({ first: 100, filter }));
      expect(all).toHaveLength(one.length);
      expect(all.length).toBeLessThanOrEqual(3);
    }
  });
});
