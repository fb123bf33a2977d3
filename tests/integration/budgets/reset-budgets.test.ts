import { describe, expect, test } from '@jest/globals';
import { countedMicros } from '../../../src/domain/budget/tally.js';
import type { CampaignSnapshot } from '../../../src/domain/campaign/campaign.js';
import type { BudgetPeriod } from '../../../src/domain/time/period.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import { resetBudgets } from '../../../src/services/budgets/reset-budgets.js';
import type { BulkCampaignResult } from '../../../src/services/campaigns/campaign-requests.js';
import { updateCampaign } from '../../../src/services/campaigns/update-campaign.js';
import { recordRefund } from '../../../src/services/spend/record-refund.js';
import { accepted, refusals } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { brandPatch, campaignPatch } from '../../support/requests.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const UNIT = 1_000_000n;

function reset(ids: readonly string[], period: BudgetPeriod = 'DAY') {
  return resetBudgets(world.kernel, world.caller, { ids, period });
}

async function aCampaign(details: object = {}, brandDetails: object = {}) {
  const { brand } = await world.aBrand(brandDetails);
  return (await world.aCampaign({ brandId: brand.id, ...details })).campaign;
}

function only(results: readonly BulkCampaignResult[]): CampaignSnapshot {
  const [result] = results;
  if (results.length !== 1 || !result?.ok) throw new Error('not one campaign');
  return result.campaign;
}

/** Counted spend in whole units: the campaign's day and month, its brand's day and month. */
function counted({ totals, brandTotals }: CampaignSnapshot): readonly bigint[] {
  const tallies = [totals.day, totals.month, brandTotals.day, brandTotals.month];
  return tallies.map((tally) => countedMicros(tally) / UNIT);
}

describe('a reset of campaigns', () => {
  test("sets the current day's spend aside and lets the campaign run again", async () => {
    const campaign = await aCampaign({ dailyBudget: '10' });
    await world.aSpend(campaign.id, '12');
    world.at('2026-07-15T13:00Z');
    const snapshot = only(accepted(await reset([campaign.id])));
    expect(counted(snapshot)).toEqual([0n, 12n, 12n, 12n]);
    expect(snapshot.totals.day).toEqual({ trueSpentMicros: 12n * UNIT, offsetMicros: 12n * UNIT });
    expect(snapshot.campaign).toMatchObject({ version: 1, updatedAt: campaign.updatedAt });
    expect(snapshot.campaign.state).toMatchObject({ status: 'ACTIVE', blockers: [] });
    expect(await world.campaignNow(campaign.id)).toEqual(snapshot);
    expect((await world.changesOf(campaign.id)).at(-1)).toEqual({
      turn: 'PAUSED -> ACTIVE',
      blockers: [],
      cause: 'BUDGET_RESET',
      by: 'Ada',
      at: instant('2026-07-15T13:00Z'),
    });
    expect(world.announcements).toBe(2);
  });

  test('of the month leaves the day, and the other way round', async () => {
    const campaign = await aCampaign({ dailyBudget: '10', monthlyBudget: '10' });
    await world.aSpend(campaign.id, '10');
    const month = only(accepted(await reset([campaign.id], 'MONTH')));
    expect(counted(month)).toEqual([10n, 0n, 10n, 10n]);
    expect(month.campaign.state.blockers.map(({ code }) => code)).toEqual(['DAILY_BUDGET']);
    const day = only(accepted(await reset([campaign.id])));
    expect(counted(day)).toEqual([0n, 0n, 10n, 10n]);
    expect(day.campaign.state.status).toBe('ACTIVE');
  });

  test("never moves the brand's counters: its cap goes on blocking", async () => {
    const campaign = await aCampaign({ dailyBudget: '10' }, { dailyBudget: '10' });
    await world.aSpend(campaign.id, '10');
    const { state } = only(accepted(await reset([campaign.id]))).campaign;
    expect(state.blockers.map(({ code }) => code)).toEqual(['BRAND_DAILY_BUDGET']);
    // The brand's cap decided before and decides now.
    expect(await world.changesOf(campaign.id)).toHaveLength(1);
  });

  test('counts from there on, and again from the next reset on', async () => {
    const campaign = await aCampaign({ dailyBudget: '10' });
    await world.aSpend(campaign.id, '10');
    accepted(await reset([campaign.id]));
    await world.aSpend(campaign.id, '9.999999');
    expect((await world.campaignNow(campaign.id)).campaign.state.status).toBe('ACTIVE');
    await world.aSpend(campaign.id, '0.000001');
    expect((await world.campaignNow(campaign.id)).campaign.state.status).toBe('PAUSED');
    expect(counted(only(accepted(await reset([campaign.id]))))).toEqual([0n, 20n, 20n, 20n]);
  });

  test('is made smaller by a refund before the counted spend is', async () => {
    const campaign = await aCampaign();
    const entry = await world.aSpend(campaign.id, '10');
    accepted(await reset([campaign.id]));
    await world.aSpend(campaign.id, '5');
    const refund = { entryId: entry.id, amount: '8', eventId: 'refund-1', source: 'api' };
    accepted(await recordRefund(world.kernel, world.caller, refund));
    const { totals } = await world.campaignNow(campaign.id);
    expect(totals.day).toEqual({ trueSpentMicros: 7n * UNIT, offsetMicros: 7n * UNIT });
  });

  test('of nothing spent changes and writes nothing', async () => {
    const campaign = await aCampaign({ dailyBudget: '10' });
    const statements = await world.statementsOf(() => reset([campaign.id]));
    expect(statements.filter((text) => /^\s*(insert|update|delete|with)/i.test(text))).toEqual([]);
    expect(world.announcements).toBe(0);
  });

  test('after midnight is about the new day', async () => {
    const campaign = await aCampaign({ dailyBudget: '10' });
    await world.aSpend(campaign.id, '10');
    world.at('2026-07-16T00:00Z');
    const snapshot = only(accepted(await reset([campaign.id])));
    expect(counted(snapshot)).toEqual([0n, 10n, 0n, 10n]);
    const sql = 'select offset_micros as offset from counter where owner_id = $1';
    expect(await world.rows(sql, [campaign.id])).toEqual([{ offset: '0' }, { offset: '0' }]);
  });

  test('answers for each id in order, and refuses what is archived or unknown', async () => {
    const a = await aCampaign();
    const b = await aCampaign();
    const c = await aCampaign();
    await world.aSpend(a.id, '1');
    await world.aSpend(b.id, '1');
    const archive = campaignPatch({ id: b.id, desiredStatus: 'ARCHIVED' });
    accepted(await updateCampaign(world.kernel, world.caller, archive));
    const archiveBrand = brandPatch({ id: c.brandId, status: 'ARCHIVED' });
    accepted(await updateBrand(world.kernel, world.caller, archiveBrand));
    const results = accepted(await reset([b.id, a.id, UNKNOWN, a.id, c.id]));
    expect(results.map((result) => (result.ok ? 'ok' : result.errors[0]?.code))).toEqual([
      'ARCHIVED',
      'ok',
      'NOT_FOUND',
      'ok',
      'ARCHIVED',
    ]);
    expect(results[3]).toEqual(results[1]);
    expect(counted(await world.campaignNow(b.id))).toEqual([1n, 1n, 1n, 1n]);
  });

  test('refuses no ids and more than 500 as a whole', async () => {
    expect(refusals(await reset([]))).toEqual(['ids REQUIRED']);
    expect(refusals(await reset(Array<string>(501).fill(UNKNOWN)))).toEqual(['ids TOO_MANY']);
  });

  test('costs a number of statements that does not depend on the number of campaigns', async () => {
    const all = await Promise.all(
      Array.from({ length: 40 }, () => aCampaign({ dailyBudget: '1' })),
    );
    await Promise.all(all.map(({ id }) => world.aSpend(id, '1')));
    const [first, ...rest] = all.map(({ id }) => id);
    const one = await world.statementsOf(() => reset(first === undefined ? [] : [first]));
    const many = await world.statementsOf(() => reset(rest));
    expect(many.length).toBe(one.length);
    expect(one.length).toBe(8);
  });
});
