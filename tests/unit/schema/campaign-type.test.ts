import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { decodeId } from '../../../src/domain/ids.js';
import { CampaignType } from '../../../src/schema/campaign/campaign-type.js';
import { instant, snapshotOf, spentOf, units } from '../../support/facts.js';

const UUID = '0197a3f0-0000-7000-8000-000000000001';
const FRIDAY_NIGHT = { days: ['FRIDAY'], startMinute: 22 * 60, endMinute: 2 * 60 } as const;

describe('a campaign as the API shows it', () => {
  test('has an id of its type, and its brand as of the same instant', () => {
    const at = instant('2026-03-28T12:00:00Z');
    const brandTotals = { day: spentOf(30), month: spentOf(40) };
    const brand = { id: UUID, dailyBudgetMicros: units(100) };
    const campaign = new CampaignType(
      snapshotOf({ at, brand, brandTotals, campaign: { id: UUID } }),
    );
    expect(decodeId('campaign', campaign.id)).toBe(UUID);
    expect(decodeId('brand', campaign.brand.id)).toBe(UUID);
    expect(campaign.brand.today.remaining?.amount).toBe('70');
  });

  test('counts spend less what a reset set aside, in the period of the zone', () => {
    const campaign = new CampaignType(
      snapshotOf({
        at: instant('2026-03-29T12:00:00Z'),
        zone: 'Europe/Vienna',
        campaign: { dailyBudgetMicros: units(100) },
        totals: { day: spentOf(80, 30), month: spentOf(80, 0) },
      }),
    );
    const { today, thisMonth } = campaign;
    expect(today.period).toBe('DAY');
    expect(today.periodStart).toBe(instant('2026-03-28T23:00:00Z'));
    expect(today.periodEnd).toBe(instant('2026-03-29T22:00:00Z'));
    expect([today.spent, today.trueSpent].map(({ amount }) => amount)).toEqual(['50', '80']);
    expect(today.utilization).toBe(0.5);
    expect(thisMonth.period).toBe('MONTH');
    expect(thisMonth.spent.amount).toBe('80');
    expect(thisMonth.budget).toBeNull();
    expect(thisMonth.remaining).toBeNull();
    expect(thisMonth.utilization).toBeNull();
  });

  test('says of each blocker when it clears, seen alone', () => {
    const campaign = new CampaignType(
      snapshotOf({
        at: instant('2026-03-28T12:00:00Z'),
        zone: 'Europe/Vienna',
        campaign: {
          desiredStatus: 'PAUSED',
          dailyBudgetMicros: units(10),
          windows: [FRIDAY_NIGHT],
        },
        totals: { day: spentOf(10), month: spentOf(10) },
      }),
    );
    expect(campaign.blockers.map(({ code, clearsAt }) => [code, clearsAt])).toEqual([
      ['MANUAL_PAUSE', null],
      ['DAILY_BUDGET', instant('2026-03-29T00:00:00+01:00')],
      ['OUTSIDE_SCHEDULE', instant('2026-04-03T22:00:00+02:00')],
    ]);
  });

  test('shows its schedule at the instant, its windows as they were sent', () => {
    const windows = [FRIDAY_NIGHT];
    const at = instant('2026-03-27T22:30:00Z');
    const { schedule } = new CampaignType(snapshotOf({ at, campaign: { windows } }));
    expect(schedule.openNow).toBe(true);
    expect(schedule.nextChangeAt).toBe(instant('2026-03-28T02:00:00Z'));
    expect(schedule.windows.map(({ days, start, end }) => ({ days, start, end }))).toEqual([
      { days: ['FRIDAY'], start: 1320, end: 120 },
    ]);
  });

  test('without windows is always open', () => {
    const { schedule } = new CampaignType(snapshotOf({ at: instant('2026-03-28T12:00:00Z') }));
    expect(schedule.openNow).toBe(true);
    expect(schedule.nextChangeAt).toBeNull();
  });
});
