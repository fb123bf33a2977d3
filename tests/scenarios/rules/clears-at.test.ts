import { describe, expect, test } from '@jest/globals';
import type { CampaignPartsFragment, DaypartingWindowInput } from '../../generated/graphql.js';
import { useScenario } from '../../support/scenario/scenario.js';

/** A Saturday, 13:00 in Vienna; its clocks go forward in the night to Sunday. */
const scenario = useScenario({ clock: '2026-03-28T12:00:00Z', lasts: 'THE_FILE' });

const VIENNA = { timeZone: 'Europe/Vienna' };
const DAY_ENDS = '2026-03-28T23:00:00.000Z';
const MONTH_ENDS = '2026-03-31T22:00:00.000Z';
const STARTS = '2026-05-01T09:30:00.000Z';

/** When each blocker of a campaign clears. */
function clearsAt({ blockers }: CampaignPartsFragment) {
  return Object.fromEntries(blockers.map((blocker) => [blocker.code, blocker.clearsAt]));
}

describe('each blocker clears as if it were alone', () => {
  test('though others that last longer hold, and no person will clear them', async () => {
    const caps = { dailyBudget: '10', monthlyBudget: '10' };
    const brand = await scenario.aBrand({ ...VIENNA, ...caps });
    const campaign = await scenario.aCampaign(brand, {
      ...caps,
      desiredStatus: 'PAUSED',
      startsAt: STARTS,
      endsAt: '2026-06-01T09:30:00Z',
      windows: [{ days: ['SATURDAY'], start: '15:00', end: '16:00' }],
    });
    await scenario.spend(campaign, '10');
    await scenario.updateBrand(brand, { status: 'PAUSED' });
    expect(clearsAt(await scenario.campaign(campaign))).toEqual({
      MANUAL_PAUSE: null,
      BRAND_PAUSED: null,
      NOT_STARTED: STARTS,
      BRAND_MONTHLY_BUDGET: MONTH_ENDS,
      MONTHLY_BUDGET: MONTH_ENDS,
      BRAND_DAILY_BUDGET: DAY_ENDS,
      DAILY_BUDGET: DAY_ENDS,
      OUTSIDE_SCHEDULE: '2026-03-28T14:00:00.000Z',
    });
  });

  test('what has ended or is archived is cleared by nothing but a person', async () => {
    const brand = await scenario.aBrand(VIENNA);
    const campaign = await scenario.aCampaign(brand, { endsAt: '2026-03-01T00:00:00Z' });
    expect(clearsAt(campaign)).toEqual({ ENDED: null });
    const archived = await scenario.updateCampaign(campaign, { desiredStatus: 'ARCHIVED' });
    expect(clearsAt(archived)).toEqual({ ARCHIVED: null, ENDED: null });
  });
});

describe('a budget', () => {
  test('of a day that runs on in another zone clears when it ends there', async () => {
    const brand = await scenario.aBrand({ ...VIENNA, dailyBudget: '10', monthlyBudget: '10' });
    const campaign = await scenario.aCampaign(brand);
    await scenario.spend(campaign, '10');
    await scenario.updateBrand(brand, { timeZone: 'America/New_York' });
    expect(clearsAt(await scenario.campaign(campaign))).toEqual({
      BRAND_MONTHLY_BUDGET: '2026-04-01T04:00:00.000Z',
      BRAND_DAILY_BUDGET: '2026-03-29T04:00:00.000Z',
    });
  });
});

describe('a closed schedule clears at the next opening', () => {
  const OPENINGS: readonly (readonly [string, DaypartingWindowInput[], string])[] = [
    [
      'later today',
      [{ days: ['SATURDAY'], start: '13:01', end: '13:02' }],
      '2026-03-28T12:01:00.000Z',
    ],
    [
      'after an hour that is skipped, in summer time',
      [{ days: ['SUNDAY'], start: '04:00', end: '05:00' }],
      '2026-03-29T02:00:00.000Z',
    ],
    [
      'in an hour that is skipped: when it is over',
      [{ days: ['SUNDAY'], start: '02:30', end: '04:00' }],
      '2026-03-29T01:00:00.000Z',
    ],
    [
      'within the hour that is skipped: a week later',
      [{ days: ['SUNDAY'], start: '02:00', end: '03:00' }],
      '2026-04-05T00:00:00.000Z',
    ],
    [
      'on the same weekday, next week',
      [{ days: ['SATURDAY'], start: '12:00', end: '13:00' }],
      '2026-04-04T10:00:00.000Z',
    ],
    [
      'of the earliest of several windows',
      [
        { days: ['TUESDAY'], start: '03:00', end: '04:00' },
        { days: ['MONDAY', 'FRIDAY'], start: '22:00', end: '02:00' },
      ],
      '2026-03-30T20:00:00.000Z',
    ],
  ];

  test.each(OPENINGS)('%s', async (_when, windows, opens) => {
    const campaign = await scenario.aCampaign(await scenario.aBrand(VIENNA), { windows });
    expect(clearsAt(campaign)).toEqual({ OUTSIDE_SCHEDULE: opens });
  });

  test('whatever else holds when it comes', async () => {
    const campaign = await scenario.aCampaign(await scenario.aBrand(VIENNA), {
      startsAt: '2026-04-10T00:00:00Z',
      windows: [{ days: ['SUNDAY'], start: '04:00', end: '05:00' }],
    });
    expect(clearsAt(campaign)).toEqual({
      NOT_STARTED: '2026-04-10T00:00:00.000Z',
      OUTSIDE_SCHEDULE: '2026-03-29T02:00:00.000Z',
    });
  });
});
