import { describe, expect, test } from '@jest/globals';
import { DAYS_OF_WEEK, type DaypartingWindow } from '../../../src/domain/schedule/window.js';
import { applyDue } from '../../../src/services/budgets/apply-due.js';
import { useProcesses } from '../../support/processes.js';
import { useWorld } from '../../support/world.js';

const world = useWorld();
const aProcess = useProcesses(world);

/** 09:00 to 17:00 on every day. */
const BY_DAY: DaypartingWindow = { days: DAYS_OF_WEEK, startMinute: 540, endMinute: 1_020 };

async function closesOf(brandId: string): Promise<readonly string[]> {
  const rows = await world.rows<{ text: string }>(
    `select period || ' ' || date || ' ' || spent_micros / 1000000 as text from period_close
     where brand_id = $1 order by id`,
    [brandId],
  );
  return rows.map(({ text }) => text);
}

async function turnsOf(campaignId: string): Promise<readonly string[]> {
  const changes = await world.changesOf(campaignId);
  return changes.map(({ turn, cause, at }) => `${new Date(at).toISOString()} ${turn} ${cause}`);
}

describe('doing what is due', () => {
  test('closes the days and the month of a downtime in order, once', async () => {
    world.at('2026-07-30T12:00:00.000Z');
    const { brand } = await world.aBrand();
    const { campaign } = await world.aCampaign({ brandId: brand.id });
    await world.aSpend(campaign.id, '7');
    world.at('2026-08-02T08:00:00.000Z');
    await applyDue(world.kernel);
    const closes = ['DAY 2026-07-30 7', 'DAY 2026-07-31 0', 'MONTH 2026-07-01 7'];
    expect(await closesOf(brand.id)).toEqual([...closes, 'DAY 2026-08-01 0']);
    const { day, month } = (await world.brandNow(brand.id)).brand;
    expect([day.date, month.date]).toEqual(['2026-08-02', '2026-08-01']);
    expect(await applyDue(world.kernel)).toMatchObject({ brands: 0, changes: 0 });
  });

  test('writes every transition that was missed at its own instant, in order', async () => {
    const { brand } = await world.aBrand();
    const { campaign } = await world.aCampaign({
      brandId: brand.id,
      dailyBudget: '10',
      windows: [BY_DAY],
    });
    await world.aSpend(campaign.id, '10');
    world.at('2026-07-17T12:00:00.000Z');
    await applyDue(world.kernel);
    expect(await turnsOf(campaign.id)).toEqual([
      '2026-07-15T12:00:00.000Z ACTIVE -> PAUSED SPEND',
      '2026-07-16T00:00:00.000Z PAUSED -> INACTIVE BUDGET_RESET',
      '2026-07-16T09:00:00.000Z INACTIVE -> ACTIVE SCHEDULE',
      '2026-07-16T17:00:00.000Z ACTIVE -> INACTIVE SCHEDULE',
      '2026-07-17T09:00:00.000Z INACTIVE -> ACTIVE SCHEDULE',
    ]);
    const ids = await world.rows(
      'select id from status_change where campaign_id = $1 order by at',
      [campaign.id],
    );
    expect(ids).toEqual(
      await world.rows('select id from status_change where campaign_id = $1 order by id', [
        campaign.id,
      ]),
    );
  });

  test('is done once by three workers at once', async () => {
    const brands = [];
    const campaigns = [];
    for (let i = 0; i < 5; i += 1) {
      const { brand } = await world.aBrand();
      brands.push(brand.id);
      const windows = [BY_DAY];
      campaigns.push((await world.aCampaign({ brandId: brand.id, windows })).campaign.id);
    }
    const workers = await Promise.all([aProcess(), aProcess(), aProcess()]);
    world.at('2026-07-16T10:00:00.000Z');
    const reports = await Promise.all(workers.map(({ kernel }) => applyDue(kernel)));
    for (const id of brands) expect(await closesOf(id)).toEqual(['DAY 2026-07-15 0']);
    for (const id of campaigns) {
      expect(await turnsOf(id)).toEqual([
        '2026-07-15T17:00:00.000Z ACTIVE -> INACTIVE SCHEDULE',
        '2026-07-16T09:00:00.000Z INACTIVE -> ACTIVE SCHEDULE',
      ]);
    }
    const mine = new Set(campaigns);
    const written = await world.rows<{ campaign_id: string }>(
      'select campaign_id from status_change where agency_id = $1',
      [world.caller.agencyId],
    );
    expect(written.filter((row) => mine.has(row.campaign_id))).toHaveLength(10);
    expect(reports.reduce((sum, { changes }) => sum + changes, 0)).toBeGreaterThanOrEqual(10);
  });

  test('goes through all agencies, and more brands than one round takes', async () => {
    const stranger = await world.aStranger();
    const ids = Array.from({ length: 120 }, () => world.kernel.ids.next(0));
    await world.rows(
      `insert into brand (agency_id, id, name, currency, time_zone, status, day, day_starts_at,
         day_ends_at, month, month_starts_at, month_ends_at, created_at, updated_at, version)
       select $1, id, 'Many', 'EUR', 'UTC', 'ACTIVE', '2026-07-15', '2026-07-15Z', '2026-07-16Z',
         '2026-07-01', '2026-07-01Z', '2026-08-01Z', '2026-07-15Z', '2026-07-15Z', 1
       from unnest($2::uuid[]) as id`,
      [stranger.agencyId, ids],
    );
    world.at('2026-07-16T00:00:00.000Z');
    await applyDue(world.kernel);
    const closes = await world.rows(
      'select distinct brand_id from period_close where agency_id = $1',
      [stranger.agencyId],
    );
    expect(closes).toHaveLength(120);
  });

  test('asks the database one question where nothing is due', async () => {
    const { brand } = await world.aBrand();
    await world.aCampaign({ brandId: brand.id, windows: [BY_DAY] });
    await applyDue(world.kernel);
    const statements = await world.statementsOf(() => applyDue(world.kernel));
    expect(statements).toHaveLength(1);
  });

  test('leaves what is due to the next call when it is to stop', async () => {
    const { brand } = await world.aBrand();
    world.at('2026-07-16T00:00:00.000Z');
    expect(await applyDue(world.kernel, { signal: AbortSignal.abort() })).toMatchObject({
      brands: 0,
    });
    expect(await closesOf(brand.id)).toEqual([]);
    await applyDue(world.kernel);
    expect(await closesOf(brand.id)).toEqual(['DAY 2026-07-15 0']);
  });

  test('does not go back to a day that is over when the clock steps back', async () => {
    const { brand } = await world.aBrand();
    world.at('2026-07-16T00:00:00.000Z');
    await applyDue(world.kernel);
    world.at('2026-07-15T23:00:00.000Z');
    await applyDue(world.kernel);
    world.at('2026-07-16T00:30:00.000Z');
    await applyDue(world.kernel);
    expect(await closesOf(brand.id)).toEqual(['DAY 2026-07-15 0']);
    expect((await world.brandNow(brand.id)).brand.day.date).toBe('2026-07-16');
  });
});
