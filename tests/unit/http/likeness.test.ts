import { describe, expect, test } from '@jest/globals';
import { type ExecutionArgs, parse } from 'graphql';
import { permissionsOf } from '../../../src/domain/access/permission.js';
import { likenessOf } from '../../../src/http/likeness.js';

const SPEND =
  'subscription ($id: ID, $n: Int) { spendUpdated(brandId: $id) { campaign { a(n: $n) } } }';
const ADMIN = { agencyId: 'agency-1', brandIds: null };

interface Details {
  readonly query?: string;
  readonly variables?: Record<string, unknown>;
  readonly caller?: { readonly agencyId: string; readonly brandIds: readonly string[] | null };
  readonly role?: 'ADMIN' | 'ANALYST';
}

function likeness({ query = SPEND, variables = {}, caller = ADMIN, role = 'ADMIN' }: Details = {}) {
  const permissions = permissionsOf(role, { wholeAgency: caller.brandIds === null });
  const args: Partial<ExecutionArgs> = {
    document: parse(query),
    operationName: null,
    variableValues: variables,
    contextValue: { caller: { ...caller, permissions } },
  };
  return likenessOf(args as ExecutionArgs);
}

describe('two subscriptions are alike', () => {
  test('where they say the same, whatever it is that each of them watches', () => {
    expect(likeness({ variables: { id: 'brand_1', n: 1 } })).toBe(
      likeness({ variables: { id: 'brand_2', n: 1 } }),
    );
    expect(likeness({ query: SPEND.replaceAll(' ', '  ') })).toBe(likeness());
  });

  test.each<[string, Details]>([
    ['another selection', { query: SPEND.replace('campaign', 'brand') }],
    ['another value in the selection', { variables: { n: 2 } }],
    ['another agency', { caller: { agencyId: 'agency-2', brandIds: null } }],
    ['other brands in reach', { caller: { agencyId: 'agency-1', brandIds: ['brand-1'] } }],
    ['another role', { role: 'ANALYST' }],
  ])('but not with %s', (_what, details) => {
    expect(likeness({ variables: { n: 1 }, ...details })).not.toBe(
      likeness({ variables: { n: 1 } }),
    );
  });

  test('nor with another operation of the same document', () => {
    const document = parse('subscription A { a(n: 1) { b } } subscription B { a(n: 1) { b } }');
    const contextValue = { caller: { ...ADMIN, permissions: new Set() } };
    const [a, b] = ['A', 'B'].map((operationName) =>
      likenessOf({
        document,
        operationName,
        contextValue,
      } as Partial<ExecutionArgs> as ExecutionArgs),
    );
    expect(a).not.toBe(b);
  });
});
