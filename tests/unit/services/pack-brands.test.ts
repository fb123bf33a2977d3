import { describe, expect, test } from '@jest/globals';
import { packBrands } from '../../../src/services/budgets/pack-brands.js';

function loads(...campaigns: readonly number[]) {
  return campaigns.map((count, i) => ({
    agencyId: 'a',
    brandId: String(i),
    campaigns: count,
  }));
}

function packs(...campaigns: readonly number[]): readonly (readonly string[])[] {
  return packBrands(loads(...campaigns)).map(({ brandIds }) => brandIds);
}

describe('brands are packed', () => {
  test('together while their campaigns fit into one transaction', () => {
    expect(packs(1_000, 999, 1)).toEqual([['0', '1', '2']]);
    expect(packs(0, 0)).toEqual([['0', '1']]);
    expect(packs()).toEqual([]);
  });

  test('anew when they do not', () => {
    expect(packs(1_500, 600, 1_400, 1)).toEqual([['0'], ['1', '2'], ['3']]);
  });

  test('alone when one is larger than a transaction should be', () => {
    expect(packs(1, 9_000, 1)).toEqual([['0'], ['1'], ['2']]);
  });

  test('by agency', () => {
    const [first, second] = loads(1, 1);
    const other = { agencyId: 'b', brandId: 'x', campaigns: 1 };
    const given = [first, other, second].filter((load) => load !== undefined);
    expect(packBrands(given)).toEqual([
      { agencyId: 'a', brandIds: ['0', '1'] },
      { agencyId: 'b', brandIds: ['x'] },
    ]);
  });
});
