import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '../../src/domain/ids.js';
import { GENESIS_HASH } from '../../src/domain/audit/chain.js';
import { ADMIN_NAME, useApp } from '../support/test-app.js';

const app = useApp();

const LOG = /* GraphQL */ `
  query Log($first: Int, $after: String, $filter: AuditFilter) {
    auditLog(first: $first, after: $after, filter: $filter) {
      nodes {
        id
        seq
        at
        actor {
          kind
          id
          name
        }
        origin
        action
        objectKind
        objectId
        before
        after
        reason
        requestId
        previousHash
        hash
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

interface Node {
  readonly id: string;
  readonly seq: string;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string };
  readonly origin: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly requestId: string;
  readonly previousHash: string;
  readonly hash: string;
}

interface Log {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function log(variables: object = {}): Promise<Log> {
  const { body } = await app.ask(LOG, variables);
  expect(body.errors).toBeUndefined();
  return body.data?.['auditLog'] as Log;
}

let brandId = '';

beforeAll(async () => {
  const input = `{ name: "Café", currency: "EUR", timeZone: "UTC", dailyBudget: "100.5" }`;
  const made = await app.ask(
    `mutation { createBrand(input: ${input}, reason: " New client ") { brand { id } } }`,
  );
  brandId = (made.body.data?.['createBrand'] as { brand: { id: string } }).brand.id;
  await app.ask(
    `mutation ($input: UpdateBrandInput!) { updateBrand(input: $input) { brand { id } } }`,
    { input: { id: brandId, dailyBudget: null } },
  );
});

describe('auditLog', () => {
  test('tells who did what, with which values, from where and why, the newest first', async () => {
    const { nodes } = await log({ filter: { objectId: brandId } });
    const actor = { kind: 'KEY', id: expect.stringMatching(/^key_/), name: ADMIN_NAME };
    const common = { actor, objectKind: 'brand', objectId: brandId };
    expect(nodes).toMatchObject([
      {
        ...common,
        action: 'brand.update',
        before: { dailyBudget: '100.5' },
        after: { dailyBudget: null },
        reason: null,
      },
      {
        ...common,
        action: 'brand.create',
        before: null,
        after: { name: 'Café', currency: 'EUR', dailyBudget: '100.5' },
        reason: 'New client',
      },
    ]);
    for (const { origin, requestId } of nodes) {
      expect(origin).toMatch(/127\.0\.0\.1|::1/);
      expect(requestId).not.toBe('');
    }
  });

  test('shows enough to recompute every hash', async () => {
    const { nodes } = await log({ first: 100 });
    const { body } = await app.ask('{ agency { id } }');
    const agency = body.data?.['agency'] as { id: string };
    const agencyId = decodeId('agency', agency.id);
    let previousHash = GENESIS_HASH;
    for (const node of nodes.toReversed()) {
      expect(node.previousHash).toBe(previousHash);
      const { actor, before, after } = node;
      const text = JSON.stringify([
        previousHash,
        node.seq,
        agencyId,
        decodeId('audit', node.id),
        node.at,
        actor.kind,
        actor.id,
        actor.name,
        node.origin,
        node.action,
        node.objectKind,
        node.objectId,
        before === null ? null : JSON.stringify(before),
        after === null ? null : JSON.stringify(after),
        node.reason,
        node.requestId,
      ]);
      expect(node.hash).toBe(createHash('sha256').update(text).digest('hex'));
      previousHash = node.hash;
    }
    expect(nodes.length).toBeGreaterThanOrEqual(2);
  });

  test('comes in pages', async () => {
    const { nodes } = await log({ first: 100 });
    const ids: string[] = [];
    for (let after: string | null = null, isLast = false; !isLast;) {
      const page: Log = await log({ first: 1, after });
      ids.push(...page.nodes.map(({ id }) => id));
      ({ endCursor: after } = page.pageInfo);
      isLast = !page.pageInfo.hasNextPage;
    }
    expect(ids).toEqual(nodes.map(({ id }) => id));
  });

  test('is filtered by who, what and when', async () => {
    const [newest] = (await log({ first: 1 })).nodes;
    const byActor = await log({ filter: { actorId: newest?.actor.id } });
    expect(byActor.nodes.map(({ action }) => action)).toEqual(['brand.update', 'brand.create']);
    const byAction = await log({ filter: { action: ['brand.create'] } });
    expect(byAction.nodes.map(({ objectId }) => objectId)).toEqual([brandId]);
    for (const filter of [
      { objectId: 'brand_nothing' },
      { action: [] },
      { action: ['brand.frobnicate'] },
      { to: '2000-01-01T00:00:00Z' },
      { from: '2999-01-01T00:00:00Z' },
    ]) {
      expect((await log({ filter })).nodes).toEqual([]);
    }
  });

  test('has each row as a node', async () => {
    const [newest] = (await log({ first: 1 })).nodes;
    const { body } = await app.ask('query ($id: ID!) { node(id: $id) { __typename id } }', {
      id: newest?.id,
    });
    expect(body.data?.['node']).toEqual({ __typename: 'AuditEntry', id: newest?.id });
    const unknown = await app.ask('{ node(id: "audit_00000000000000000000000000") { id } }');
    expect(unknown.body).toMatchObject({ data: { node: null } });
  });

  test('refuses the cursor of another list', async () => {
    const { body: brands } = await app.ask('{ brands(first: 1) { pageInfo { endCursor } } }');
    const list = brands.data?.['brands'] as { pageInfo: { endCursor: string } };
    const { body } = await app.ask(LOG, { after: list.pageInfo.endCursor });
    expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});
