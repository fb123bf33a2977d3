import { describe, expect, test } from '@jest/globals';
import { useScenario } from '../../support/scenario/scenario.js';

describe('a downtime', () => {
  /** A Monday, 14:00 in Vienna, two days before the month ends. */
  const scenario = useScenario({ clock: '2026-03-30T12:00:00Z' });

  test('down for three days over the 1st: right at once on start, each period closed once', async () => {
    const brand = await scenario.aBrand({ timeZone: 'Europe/Vienna', dailyBudget: '50' });
    const capped = await scenario.aCampaign(brand, { dailyBudget: '10', monthlyBudget: '10' });
    const office = await scenario.aCampaign(brand, {
      windows: [
        {
          days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
          start: '09:00',
          end: '17:00',
        },
      ],
    });
    await scenario.spend(capped, '10');
    await scenario.stop();
    await scenario.start('2026-04-02T12:00:00Z');

    expect(await scenario.state(capped)).toEqual(['ACTIVE since 2026-03-31T22:00Z, next never']);
    expect(await scenario.state(office)).toEqual([
      'ACTIVE since 2026-04-02T07:00Z, next 2026-04-02T15:00Z',
    ]);
    expect(await scenario.today(brand)).toBe('2026-04-01T22:00Z to 2026-04-02T22:00Z: 0 of 50');
    expect(await scenario.history(capped)).toEqual([
      'ACTIVE -> PAUSED MONTHLY_BUDGET+DAILY_BUDGET, SPEND by First key at 2026-03-30T12:00Z',
      'PAUSED MONTHLY_BUDGET -> ACTIVE, BUDGET_RESET by nobody at 2026-03-31T22:00Z',
    ]);
    expect(await scenario.history(office)).toEqual([
      'ACTIVE -> INACTIVE OUTSIDE_SCHEDULE, SCHEDULE by nobody at 2026-03-30T15:00Z',
      'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, SCHEDULE by nobody at 2026-03-31T07:00Z',
      'ACTIVE -> INACTIVE OUTSIDE_SCHEDULE, SCHEDULE by nobody at 2026-03-31T15:00Z',
      'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, SCHEDULE by nobody at 2026-04-01T07:00Z',
      'ACTIVE -> INACTIVE OUTSIDE_SCHEDULE, SCHEDULE by nobody at 2026-04-01T15:00Z',
      'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, SCHEDULE by nobody at 2026-04-02T07:00Z',
    ]);

    const closes = [
      'DAY 2026-03-30: 10 of 50, closed 2026-04-02T12:00Z',
      'DAY 2026-03-31: 0 of 50, closed 2026-04-02T12:00Z',
      'MONTH 2026-03-01: 10 of no cap, closed 2026-04-02T12:00Z',
      'DAY 2026-04-01: 0 of 50, closed 2026-04-02T12:00Z',
    ];
    expect(await scenario.closes(brand)).toEqual(closes);
    for (const job of ['daily-reset', 'monthly-reset', 'dayparting', 'budget-check']) {
      await scenario.runJob(job);
    }
    expect(await scenario.closes(brand)).toEqual(closes);
    expect(await scenario.history(capped)).toHaveLength(2);
  });
});
