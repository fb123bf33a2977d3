import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  execute,
  getOperationAST,
  type GraphQLSchema,
  isObjectType,
  parse,
} from 'graphql';
import { OperationPlans } from '../../../../src/http/plans/operation-plans.js';
import type { GraphContext } from '../../../../src/resolvers/context.js';

const SCHEMA = buildSchema(`
  interface Node { id: ID! }
  enum Colour { RED, GREEN }
  type Item implements Node {
    id: ID!
    name: String
    colour: Colour!
    next: Item
    tags: [String!]!
    many(count: Int = 2): [Item!]!
    broken: Int
    missing: Int!
  }
  type Query { item(id: ID! = "a"): Item, items: [Item]!, node: Node, later: Item }
  type Mutation { item: Item }
`);

interface Item {
  readonly id: string;
  readonly colour: string;
  readonly name: string | null;
  readonly tags: readonly (string | Promise<string>)[];
  readonly next: () => Item | Promise<Item> | null;
}

function item(id: string, depth = 2): Item {
  return {
    id,
    colour: 'RED',
    name: id === 'b' ? null : `Item ${id}`,
    tags: [Promise.resolve('x'), 'y'],
    next: () => (depth === 0 ? null : Promise.resolve(item('b', depth - 1))),
  };
}

type Resolve = (source: Item, args: { readonly id: string; readonly count: number }) => unknown;

/** The schema with resolvers; `calls` names those that were called. */
function served(): { readonly schema: GraphQLSchema; readonly calls: string[] } {
  const calls: string[] = [];
  const by = (typeName: string, name: string, resolve: Resolve): void => {
    const type = SCHEMA.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!field) throw new Error('there is no such field');
    field.resolve = (source, args) => {
      calls.push(name);
      return resolve(source as Item, args as Parameters<Resolve>[1]);
    };
  };
  by('Query', 'item', (_, { id }) => item(id));
  by('Query', 'items', () => [item('a'), null, item('c')]);
  by('Query', 'later', () => Promise.resolve(item('a')));
  by('Query', 'node', () => ({ ...item('a'), __typename: 'Item' }));
  by('Item', 'many', ({ id }, { count }) => Array.from({ length: count }, () => item(id)));
  by('Item', 'broken', () => {
    throw new Error('broken');
  });
  return { schema: SCHEMA, calls };
}

interface Asked {
  readonly text: string;
  readonly variables?: Record<string, unknown>;
}

/** What a plan answers, and what GraphQL does. */
async function both({ text, variables = {} }: Asked) {
  const { schema, calls } = served();
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('there is one operation');
  const context = {} as GraphContext;
  const plans = new OperationPlans(schema);
  const planned = await plans.data({ document, operation, variables, context });
  const called = [...calls];
  const executed = await execute({ schema, document, variableValues: variables });
  return { planned, executed, called };
}

describe('a plan answers as GraphQL does', () => {
  test.each<Asked>([
    { text: '{ item { id name colour } }' },
    { text: '{ one: item(id: "x") { key: id } two: item { id } __typename }' },
    { text: '{ items { id next { id next { id next { id } } } tags } }' },
    {
      text: '{ later { many { id } few: many(count: 1) { ...F ... on Item { name } } } } fragment F on Item { id __typename }',
    },
    {
      text: 'query ($id: ID!, $n: Int) { item(id: $id) { many(count: $n) { id } } }',
      variables: { id: 'q', n: 3 },
    },
    { text: 'query ($n: Int) { item { many(count: $n) { id } } }' },
    { text: 'query Q($n: Int = 1) { item { many(count: $n) { id ... { colour } } } }' },
  ])('$text', async (asked) => {
    const { planned, executed } = await both(asked);
    expect(planned).not.toBeNull();
    expect(JSON.stringify({ data: planned })).toBe(JSON.stringify(executed));
  });
});

describe('a plan leaves to GraphQL', () => {
  test.each<[string, Asked]>([
    [
      'what a directive decides',
      { text: 'query ($b: Boolean!) { item { id @skip(if: $b) } }', variables: { b: true } },
    ],
    ['what an object decides', { text: '{ node { id } }' }],
    ['what has to be merged', { text: '{ item { id } item { name } }' }],
    ['the schema', { text: '{ __schema { queryType { name } } }' }],
    ['what is no query', { text: 'mutation { item { id } }' }],
    [
      'variables that do not fit',
      { text: 'query ($n: Int) { item { id many(count: $n) { id } } }', variables: { n: 'x' } },
    ],
    ['keys that an object cannot have', { text: '{ item { __proto__: id } }' }],
  ])('%s, and calls nothing', async (_what, asked) => {
    const { planned, called } = await both(asked);
    expect(planned).toBeNull();
    expect(called).toEqual([]);
  });

  test.each<[string, Asked]>([
    ['a field fails', { text: '{ item { id broken next { id } } }' }],
    ['a field fails later', { text: '{ item { next { broken } } items { next { id } } }' }],
    ['there is nothing where something must be', { text: '{ item { id missing } }' }],
    [
      'an argument is missing',
      { text: 'query ($id: ID) { item(id: $id) { id } }', variables: { id: null } },
    ],
  ])('everything where %s', async (_what, asked) => {
    const { planned, executed } = await both(asked);
    expect(planned).toBeNull();
    expect(executed.errors).toHaveLength(1);
  });
});
