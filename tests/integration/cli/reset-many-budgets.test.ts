import { describe, expect, test } from '@jest/globals';
import { encodeId } from '../../../src/domain/ids.js';
import { resetManyBudgets } from '../../../src/services/budgets/reset-many-budgets.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();

async function aSpentBrand(externalId: string) {
  const { brand } = await world.aBrand({ externalId, dailyBudget: '10', monthlyBudget: '10' });
  const { campaign } = await world.aCampaign({ brandId: brand.id, dailyBudget: '10' });
  await world.aSpend(campaign.id, '10');
  return { brand, campaign };
}

/** The offsets of the agency's counters: "DAY 10000000". */
async function offsets(): Promise<readonly string[]> {
  const rows = await world.rows<{ period: string; offset_micros: string }>(
    `select period, offset_micros from counter where agency_id = $1 order by 1, 2`,
    [world.caller.agencyId],
  );
  return rows.map(({ period, offset_micros }) => `${period} ${offset_micros}`);
}

describe('a reset of many budgets', () => {
  test('sets aside what brands and their campaigns spent in the period, not in the other', async () => {
    await aSpentBrand('b-1');
    const request = { period: 'DAY', brands: 'ALL' } as const;
    const report = await resetManyBudgets(world.kernel, world.caller, request);
    expect(report).toEqual({ brands: 1, campaigns: 1, refused: 0 });
    expect(await offsets()).toEqual(['DAY 10000000', 'DAY 10000000', 'MONTH 0', 'MONTH 0']);
  });

  test('is of the brands that are named, by id or by external id', async () => {
    const one = await aSpentBrand('b-1');
    await aSpentBrand('b-2');
    await aSpentBrand('b-3');
    const brands = [encodeId('brand', one.brand.id), 'b-3'];
    const request = { period: 'MONTH', brands } as const;
    const report = await resetManyBudgets(world.kernel, world.caller, request);
    expect(report).toEqual({ brands: 2, campaigns: 2, refused: 0 });
    const set = (await offsets()).filter((offset) => offset === 'MONTH 10000000');
    expect(set).toHaveLength(4);
  });

  test('passes over what is archived, and refuses it by name', async () => {
    const { brand } = await aSpentBrand('b-1');
    await world.rows(`update brand set status = 'ARCHIVED' where id = $1`, [brand.id]);
    const all = { period: 'DAY', brands: 'ALL' } as const;
    expect(await resetManyBudgets(world.kernel, world.caller, all)).toMatchObject({ brands: 0 });
    const named = resetManyBudgets(world.kernel, world.caller, { period: 'DAY', brands: ['b-1'] });
    await expect(named).rejects.toThrow('archived');
  });

  test('changes nothing if one of the brands is not there', async () => {
    await aSpentBrand('b-1');
    const request = { period: 'DAY', brands: ['b-1', 'b-9'] } as const;
    const refused = resetManyBudgets(world.kernel, world.caller, request);
    await expect(refused).rejects.toThrow('No brand has the id or external id b-9.');
    expect(await offsets()).not.toContain('DAY 10000000');
  });
});
