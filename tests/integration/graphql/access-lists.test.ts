import { beforeEach, describe, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { buildGraphSchema } from '../../../src/resolvers/build-schema.js';
import { createContext } from '../../../src/resolvers/context.js';
import { NOBODY } from '../../support/ask.js';
import { inRole } from '../../support/callers.js';
import { useWorld } from '../../support/world.js';

const schema = buildGraphSchema({ testClock: false });
const world = useWorld();

/** The lists, and what a row of each is called here. */
const LISTS = {
  members: { type: 'Member', label: 'email' },
  keys: { type: 'Key', label: 'name' },
  invitations: { type: 'Invitation', label: 'email' },
} as const;
type ListName = keyof typeof LISTS;

const ORDERS = [
  ['members', 'NAME', 'b@x.test a@x.test c@y.test'],
  ['members', 'EMAIL', 'a@x.test b@x.test c@y.test'],
  ['members', 'CREATED_AT', 'c@y.test a@x.test b@x.test'],
  ['keys', 'NAME', 'Archive Feed Feed'],
  ['keys', 'CREATED_AT', 'Feed Archive Feed'],
  ['keys', 'LAST_USED_AT', 'Archive Feed Feed'],
  ['invitations', 'EMAIL', 'd@x.test e@y.test f@y.test'],
  ['invitations', 'CREATED_AT', 'f@y.test d@x.test e@y.test'],
  ['invitations', 'EXPIRES_AT', 'f@y.test e@y.test d@x.test'],
] as const;

interface Asked {
  readonly first?: number;
  readonly after?: string | null;
  readonly filter?: object;
  readonly orderBy?: object;
}

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly Readonly<Record<'id' | 'label', string>>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function send(name: ListName, asked: Asked, caller = world.caller) {
  const { type, label } = LISTS[name];
  const source = `query ($first: Int, $after: String, $filter: ${type}Filter, $orderBy: ${type}Order) {
    list: ${name}(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount nodes { id label: ${label} } pageInfo { hasNextPage endCursor }
    }
  }`;
  const contextValue = createContext(world.kernel, caller, NOBODY);
  return graphql({ schema, source, variableValues: { ...asked }, contextValue });
}

async function page(name: ListName, asked: Asked): Promise<Listed> {
  const { data, errors } = await send(name, asked);
  if (errors?.[0]) throw errors[0];
  return (data as { list: Listed } | null | undefined)?.list ?? { ...NOTHING };
}

const NOTHING: Listed = {
  totalCount: -1,
  nodes: [],
  pageInfo: { hasNextPage: false, endCursor: null },
};

async function found(name: ListName, filter: object): Promise<string> {
  const { nodes, totalCount } = await page(name, { filter, orderBy: byLabel(name) });
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ label }) => label).join(' ');
}

const byLabel = (name: ListName) => ({ field: LISTS[name].label.toUpperCase(), direction: 'ASC' });

/** People, keys and invitations, each made, used and ended at instants finer than a millisecond. */
beforeEach(async () => {
  const { agencyId } = world.caller;
  const next = (): string => world.kernel.ids.next(Date.parse('2026-07-15T12:00:00Z'));
  for (const [email, name, role, day, deactivated] of [
    ['c@y.test', 'Grace 50%', 'OWNER', 1, null],
    ['a@x.test', 'Grace', 'ANALYST', 2, '2026-07-10T00:00:00Z'],
    ['b@x.test', 'Ada', 'ADMIN', 3, null],
  ] as const) {
    const id = next();
    const mark = `${agencyId.slice(-12)}-${email}`;
    await world.rows(
      `insert into person (id, email, name, created_at, deactivated_at)
       values ($1, $2, $3, now(), $4)`,
      [id, mark, name, deactivated],
    );
    await world.rows(
      `insert into membership values ($1, $2, $3, true, make_date(2026, 7, $4), now())`,
      [agencyId, id, role, day],
    );
  }
  for (const [name, prefix, role, used, expires, revoked] of [
    ['Feed', 'pcl_0a', 'INGEST', null, '2020-01-01T00:00:00Z', null],
    ['Archive', 'pcl_1b', 'ANALYST', '2026-07-01T00:00:00.0001234Z', null, null],
    [
      'Feed',
      'pcl_2c',
      'INGEST',
      '2026-07-01T00:00:00.0005Z',
      '2020-01-01T00:00:00Z',
      '2019-01-01Z',
    ],
  ] as const) {
    await world.rows(
      `insert into api_key (agency_id, id, name, role, whole_agency, prefix, token_hash, created_by,
         created_at, last_used_at, expires_at, revoked_at)
       values ($1, $2, $3, $4, true, $5, $6, 'A', '2026-07-01T00:00:00.000123Z', $7, $8, $9)`,
      [agencyId, next(), name, role, prefix, `${agencyId} ${prefix}`, used, expires, revoked],
    );
  }
  for (const [email, role, expires, accepted, revoked] of [
    ['f@y.test', 'ADMIN', '2020-01-01T00:00:00.0005Z', null, null],
    ['d@x.test', 'ANALYST', '2999-01-01T00:00:00Z', null, null],
    ['e@y.test', 'ADMIN', '2020-01-01T00:00:00.0001Z', '2019-12-31Z', null],
  ] as const) {
    await world.rows(
      `insert into invitation (agency_id, id, email, role, whole_agency, token_hash, invited_by,
         created_at, expires_at, accepted_at, revoked_at)
       values ($1, $2, $3, $4, true, $5, 'A', '2026-07-01T00:00:00.000123Z', $6, $7, $8)`,
      [agencyId, next(), email, role, `${agencyId} ${email}`, expires, accepted, revoked],
    );
  }
});

const shown = (label: string): string => label.replace(/^\w{12}-/, '');

async function walk(name: ListName, orderBy: object): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: Listed = await page(name, { first: 1, after, orderBy });
    seen.push(...nodes.map(({ id }) => id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return seen;
}

describe.each(ORDERS)('%s by %s', (name, field, expected) => {
  test.each(['ASC', 'DESC'])('%s have a place for each, page after page', async (direction) => {
    const orderBy = { field, direction };
    const { nodes } = await page(name, { orderBy });
    const labels = nodes.map(({ label }) => shown(label));
    const wanted = expected.split(' ');
    // Those without a value come last in either direction.
    if (field === 'LAST_USED_AT') expect(nodes.at(-1)?.label).toBe('Feed');
    else expect(labels).toEqual(direction === 'ASC' ? wanted : wanted.toReversed());
    const ids = nodes.map(({ id }) => id);
    expect(await walk(name, orderBy)).toEqual(ids);
  });
});

describe('the filters of', () => {
  test('members', async () => {
    const names = async (filter: object) =>
      (await found('members', filter)).split(' ').map(shown).join(' ');
    expect(await names({ search: 'GRACE' })).toBe('a@x.test c@y.test');
    expect(await names({ search: '%' })).toBe('c@y.test');
    expect(await names({ search: '@X.' })).toBe('a@x.test b@x.test');
    expect(await names({ search: '\0' })).toBe('');
    expect(await names({ role: ['ADMIN', 'OWNER'] })).toBe('b@x.test c@y.test');
    expect(await names({ role: [] })).toBe('');
    expect(await names({ isDeactivated: true })).toBe('a@x.test');
    expect(await names({ isDeactivated: false, search: 'grace' })).toBe('c@y.test');
  });

  test('keys', async () => {
    expect(await found('keys', { search: 'feed' })).toBe('Feed Feed');
    expect(await found('keys', { search: 'PCL_1' })).toBe('Archive');
    expect(await found('keys', { role: ['ANALYST'] })).toBe('Archive');
    expect(await found('keys', { state: ['GOOD'] })).toBe('Archive');
    expect(await found('keys', { state: ['EXPIRED'] })).toBe('Feed');
    expect(await found('keys', { state: ['REVOKED', 'GOOD'] })).toBe('Archive Feed');
    expect(await found('keys', { state: [] })).toBe('');
  });

  test('invitations', async () => {
    expect(await found('invitations', { search: '@Y' })).toBe('e@y.test f@y.test');
    expect(await found('invitations', { role: ['ANALYST'] })).toBe('d@x.test');
    expect(await found('invitations', { status: ['OPEN'] })).toBe('d@x.test');
    expect(await found('invitations', { status: ['EXPIRED'] })).toBe('f@y.test');
    expect(await found('invitations', { status: ['ACCEPTED', 'OPEN'] })).toBe('d@x.test e@y.test');
  });
});

describe.each(Object.keys(LISTS) as ListName[])('the list of %s', (name) => {
  test('costs as many statements for one as for all', async () => {
    const one = await world.statementsOf(() => page(name, { first: 1 }));
    const all = await world.statementsOf(() => page(name, { first: 100 }));
    expect([one.length, all.length]).toEqual([2, 2]);
  });

  test('refuses what it cannot do, and names it', async () => {
    const byName = await page(name, { first: 1, orderBy: byLabel(name) });
    const after = byName.pageInfo.endCursor;
    const wrong = [{ first: 0 }, { first: 101 }, { after: 'x' }, { after }];
    const fields = [];
    for (const asked of wrong) {
      const { errors } = await send(name, asked);
      fields.push((errors?.[0]?.originalError as { field?: unknown } | undefined)?.field);
    }
    expect(fields).toEqual([['first'], ['first'], ['after'], ['after']]);
  });

  test('is not for whoever may not read it, and shows nothing of another agency', async () => {
    const { errors } = await send(name, {}, inRole(world.caller, 'CLIENT'));
    expect(errors?.[0]?.originalError?.name).toBe('ForbiddenError');
    const stranger = await send(name, { filter: { search: '' } }, await world.aStranger());
    expect(stranger.data?.['list']).toMatchObject({ totalCount: 0, nodes: [] });
  });
});
