import { describe, expect, test } from '@jest/globals';
import type { UpdateBrandRequest } from '../../../src/services/brands/brand-requests.js';
import { updateBrand } from '../../../src/services/brands/update-brand.js';
import { accepted } from '../../support/accepted.js';
import { instant } from '../../support/instants.js';
import { brandPatch } from '../../support/requests.js';
import { START, useWorld } from '../../support/world.js';

const world = useWorld();

async function updated(patch: Partial<UpdateBrandRequest> & { readonly id: string }) {
  return accepted(await updateBrand(world.kernel, world.caller, brandPatch(patch)));
}

describe("a brand's zone", () => {
  const closes = (brandId: string) =>
    world.rows<{ period: string; date: string; spent: string }>(
      `select period, date, spent_micros as spent from period_close
       where agency_id = $1 and brand_id = $2 order by period_end, period`,
      [world.caller.agencyId, brandId],
    );

  test('holds at once for schedules', async () => {
    const { brand } = await world.aBrand();
    const windows = [{ days: ['WEDNESDAY'] as const, startMinute: 720, endMinute: 840 }];
    const { campaign } = await world.aCampaign({ brandId: brand.id, windows });
    const { brand: moved } = await updated({ id: brand.id, timeZone: 'America/New_York' });
    expect(moved).toMatchObject({ timeZone: 'America/New_York', version: 2 });
    const { state, version } = (await world.campaignNow(campaign.id)).campaign;
    expect(version).toBe(1);
    expect(state).toMatchObject({
      status: 'INACTIVE',
      blockers: [{ code: 'OUTSIDE_SCHEDULE', since: instant(START) }],
      nextTransitionAt: instant('2026-07-15T16:00Z'),
    });
    expect(await world.changesOf(campaign.id)).toMatchObject([{ cause: 'USER', by: 'Ada' }]);
  });

  test('that is ahead closes the day that it skips, and frees what that day had blocked', async () => {
    world.at('2026-07-31T12:00Z');
    const { brand } = await world.aBrand({ dailyBudget: '10', monthlyBudget: '10' });
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    await world.aSpend(campaign.id, '10');
    world.at('2026-07-31T16:00Z');
    const snapshot = await updated({ id: brand.id, timeZone: 'Asia/Tokyo' });
    expect(snapshot.totals.day.trueSpentMicros).toBe(0n);
    expect(snapshot.brand.day).toEqual({
      date: '2026-08-01',
      startsAt: instant('2026-08-01T00:00+09:00'),
      endsAt: instant('2026-08-02T00:00+09:00'),
    });
    expect(snapshot.brand.month.date).toBe('2026-08-01');
    expect(await closes(brand.id)).toEqual([
      { period: 'DAY', date: '2026-07-31', spent: '10000000' },
      { period: 'MONTH', date: '2026-07-01', spent: '10000000' },
    ]);
    expect(await world.brandNow(brand.id)).toEqual(snapshot);
    expect(await world.changesOf(campaign.id)).toMatchObject([
      { blockers: ['BRAND_MONTHLY_BUDGET', 'BRAND_DAILY_BUDGET'], cause: 'SPEND' },
      { blockers: [], cause: 'BUDGET_RESET', by: 'Ada', at: instant('2026-07-31T16:00Z') },
    ]);
  });

  test('that is behind lets the current day run on to its end there', async () => {
    const { brand } = await world.aBrand({ timeZone: 'Asia/Tokyo', dailyBudget: '10' });
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    world.at('2026-07-15T15:30Z'); // 00:30 on the 16th there
    await world.aSpend(campaign.id, '10');
    const { brand: moved, totals } = await updated({ id: brand.id, timeZone: 'America/New_York' });
    expect(moved.day).toEqual({
      date: '2026-07-16',
      startsAt: instant('2026-07-15T15:00Z'),
      endsAt: instant('2026-07-17T04:00Z'),
    });
    expect(totals.day.trueSpentMicros).toBe(10_000_000n);
    expect((await world.campaignNow(campaign.id)).campaign.state).toMatchObject({
      blockers: [{ code: 'BRAND_DAILY_BUDGET' }],
      nextTransitionAt: instant('2026-07-17T04:00Z'),
    });
    expect(await closes(brand.id)).toMatchObject([{ period: 'DAY', date: '2026-07-15' }]);
  });

  test('may move together with everything else in one version and one change of status', async () => {
    const { brand } = await world.aBrand({ dailyBudget: '10' });
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    await world.aSpend(campaign.id, '10');
    const patch = { timeZone: 'Europe/Vienna', name: 'New', dailyBudget: '20' };
    const moved = await updated({ id: brand.id, ...patch, status: 'PAUSED' });
    expect(moved.brand).toMatchObject({ name: 'New', status: 'PAUSED', version: 2 });
    expect(await world.changesOf(campaign.id)).toMatchObject([
      { turn: 'ACTIVE -> PAUSED', cause: 'SPEND' },
      { turn: 'PAUSED -> PAUSED', blockers: ['BRAND_PAUSED'], cause: 'USER' },
    ]);
  });
});
