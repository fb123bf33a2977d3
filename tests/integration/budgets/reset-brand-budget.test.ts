import { describe, expect, test } from '@jest/globals';
import { countedMicros, type OwnerTotals } from '../../../src/domain/budget/tally.js';
import type { BudgetPeriod } from '../../../src/domain/time/period.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import { resetBrandBudget } from '../../../src/services/budgets/reset-brand-budget.js';
import { accepted, refusals } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { brandPatch } from '../../support/requests.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const UNIT = 1_000_000n;

function reset(id: string, period: BudgetPeriod = 'DAY', caller = world.caller) {
  return resetBrandBudget(world.kernel, caller, { id, period });
}

/** Counted spend in whole units of the day and the month. */
function counted({ day, month }: OwnerTotals): readonly bigint[] {
  return [countedMicros(day) / UNIT, countedMicros(month) / UNIT];
}

describe('a reset of a brand', () => {
  test('frees all its campaigns and leaves their own counters', async () => {
    const { brand } = await world.aBrand({ dailyBudget: '10' });
    const spender = await world.aCampaign({ brandId: brand.id, dailyBudget: '10' });
    const other = await world.aCampaign({ brandId: brand.id });
    await world.aSpend(spender.campaign.id, '10');
    world.at('2026-07-15T13:00Z');
    const snapshot = accepted(await reset(brand.id));
    expect(counted(snapshot.totals)).toEqual([0n, 10n]);
    expect(snapshot.totals.day.trueSpentMicros).toBe(10n * UNIT);
    expect(snapshot.brand).toEqual(brand);
    expect(await world.brandNow(brand.id)).toEqual(snapshot);

    const freed = await world.campaignNow(other.campaign.id);
    expect(freed.campaign.state.status).toBe('ACTIVE');
    expect((await world.changesOf(other.campaign.id)).at(-1)).toEqual({
      turn: 'PAUSED -> ACTIVE',
      blockers: [],
      cause: 'BUDGET_RESET',
      by: 'Ada',
      at: instant('2026-07-15T13:00Z'),
    });
    const held = await world.campaignNow(spender.campaign.id);
    expect(counted(held.totals)).toEqual([10n, 10n]);
    expect(held.campaign.state.blockers.map(({ code }) => code)).toEqual(['DAILY_BUDGET']);
    expect(held.campaign.version).toBe(1);
  });

  test('of the month leaves the day', async () => {
    const { brand } = await world.aBrand({ dailyBudget: '10', monthlyBudget: '10' });
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    await world.aSpend(campaign.id, '10');
    expect(counted(accepted(await reset(brand.id, 'MONTH')).totals)).toEqual([10n, 0n]);
    const { state } = (await world.campaignNow(campaign.id)).campaign;
    expect(state.blockers.map(({ code }) => code)).toEqual(['BRAND_DAILY_BUDGET']);
  });

  test('of nothing spent changes and writes nothing', async () => {
    const { brand } = await world.aBrand();
    const statements = await world.statementsOf(() => reset(brand.id));
    expect(statements.filter((text) => /^\s*(insert|update|delete|with)/i.test(text))).toEqual([]);
  });

  test('is refused for what is unknown, archived or of another agency', async () => {
    const { brand } = await world.aBrand();
    expect(refusals(await reset(UNKNOWN))).toEqual(['id NOT_FOUND']);
    expect(refusals(await reset(brand.id, 'DAY', await world.aStranger()))).toEqual([
      'id NOT_FOUND',
    ]);
    const archive = brandPatch({ id: brand.id, status: 'ARCHIVED' });
    accepted(await updateBrand(world.kernel, world.caller, archive));
    expect(refusals(await reset(brand.id))).toEqual(['id ARCHIVED']);
  });
});
