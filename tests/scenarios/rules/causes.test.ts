import { beforeAll, describe, expect, test } from '@jest/globals';
import type {
  BrandPartsFragment,
  CampaignPartsFragment,
  CreateBrandInput,
  CreateCampaignInput,
} from '../../generated/graphql.js';
import { type Station, useInstallation } from '../../support/scenario/installation.js';

/** A Wednesday. */
const NOW = '2026-07-15T12:00:00Z';

const installation = useInstallation();
let station: Station;

beforeAll(async () => {
  station = await installation.start({ TEST_CLOCK: NOW });
});

const CLOSED = [{ days: ['SUNDAY' as const], start: '00:00', end: '01:00' }];
const CAPPED = { dailyBudget: '10' };

interface Case {
  readonly brand?: Partial<CreateBrandInput>;
  readonly campaign?: Partial<CreateCampaignInput>;
  /** What the campaign has spent before. */
  readonly spent?: string;
  readonly act: (campaign: CampaignPartsFragment, brand: BrandPartsFragment) => Promise<unknown>;
  /** What the last change says, but for when. */
  readonly change: string;
}

const BY_PEOPLE: Record<string, Case> = {
  spend: {
    campaign: CAPPED,
    act: (campaign) => station.spend(campaign, '10'),
    change: 'ACTIVE -> PAUSED DAILY_BUDGET, SPEND by First key',
  },
  'a refund': {
    brand: CAPPED,
    act: async (campaign) => {
      const { entry } = await station.spend(campaign, '10');
      await station.refund(entry, '1');
    },
    change: 'PAUSED BRAND_DAILY_BUDGET -> ACTIVE, SPEND by First key',
  },
  'a cap that is set': {
    spent: '10',
    act: (campaign) => station.updateCampaign(campaign, CAPPED),
    change: 'ACTIVE -> PAUSED DAILY_BUDGET, BUDGET_CHANGE by First key',
  },
  'a cap that is raised': {
    campaign: { monthlyBudget: '10' },
    spent: '10',
    act: (campaign) => station.updateCampaign(campaign, { monthlyBudget: '11' }),
    change: 'PAUSED MONTHLY_BUDGET -> ACTIVE, BUDGET_CHANGE by First key',
  },
  "a brand's cap that is lowered": {
    brand: { monthlyBudget: '11' },
    spent: '10',
    act: (_, brand) => station.updateBrand(brand, { monthlyBudget: '9' }),
    change: 'ACTIVE -> PAUSED BRAND_MONTHLY_BUDGET, BUDGET_CHANGE by First key',
  },
  "a brand's cap that is removed, though the schedule is closed": {
    brand: CAPPED,
    campaign: { windows: CLOSED },
    spent: '10',
    act: (_, brand) => station.updateBrand(brand, { dailyBudget: null }),
    change:
      'PAUSED BRAND_DAILY_BUDGET+OUTSIDE_SCHEDULE -> INACTIVE OUTSIDE_SCHEDULE, BUDGET_CHANGE by First key',
  },
  'a reset of a campaign': {
    campaign: CAPPED,
    spent: '10',
    act: (campaign) => station.resetBudgets('DAY', campaign),
    change: 'PAUSED DAILY_BUDGET -> ACTIVE, BUDGET_RESET by First key',
  },
  'a reset of a brand': {
    brand: { monthlyBudget: '10' },
    spent: '10',
    act: (_, brand) => station.resetBrandBudget('MONTH', brand),
    change: 'PAUSED BRAND_MONTHLY_BUDGET -> ACTIVE, BUDGET_RESET by First key',
  },
  'a zone in which a new day has begun': {
    brand: CAPPED,
    spent: '10',
    act: (_, brand) => station.updateBrand(brand, { timeZone: 'Pacific/Kiritimati' }),
    change: 'PAUSED BRAND_DAILY_BUDGET -> ACTIVE, BUDGET_RESET by First key',
  },
  'a zone in which a window is open': {
    campaign: { windows: [{ days: ['THURSDAY'], start: '02:00', end: '03:00' }] },
    act: (_, brand) => station.updateBrand(brand, { timeZone: 'Pacific/Kiritimati' }),
    change: 'INACTIVE OUTSIDE_SCHEDULE -> ACTIVE, USER by First key',
  },
  'a pause': {
    act: (campaign) => station.pause(campaign),
    change: 'ACTIVE -> PAUSED MANUAL_PAUSE, USER by First key',
  },
  'an activation, though a budget still holds': {
    campaign: { ...CAPPED, desiredStatus: 'PAUSED' },
    spent: '10',
    act: (campaign) => station.activate(campaign),
    change: 'PAUSED MANUAL_PAUSE+DAILY_BUDGET -> PAUSED DAILY_BUDGET, USER by First key',
  },
  'an archived campaign that is restored to an exhausted budget': {
    campaign: CAPPED,
    spent: '10',
    act: async (campaign) => {
      await station.updateCampaign(campaign, { desiredStatus: 'ARCHIVED' });
      await station.updateCampaign(campaign, { desiredStatus: 'ACTIVE' });
    },
    change: 'INACTIVE ARCHIVED -> PAUSED DAILY_BUDGET, USER by First key',
  },
  'a schedule': {
    act: (campaign) => station.setWindows(campaign, CLOSED),
    change: 'ACTIVE -> INACTIVE OUTSIDE_SCHEDULE, USER by First key',
  },
  'a flight that is moved': {
    campaign: { endsAt: '2026-07-01T00:00:00Z' },
    act: (campaign) => station.updateCampaign(campaign, { endsAt: null }),
    change: 'INACTIVE ENDED -> ACTIVE, USER by First key',
  },
  "a brand's pause": {
    act: (_, brand) => station.updateBrand(brand, { status: 'PAUSED' }),
    change: 'ACTIVE -> PAUSED BRAND_PAUSED, USER by First key',
  },
};

async function play({ brand: ofBrand, campaign: ofCampaign, spent, act }: Case) {
  const brand = await station.aBrand(ofBrand);
  const campaign = await station.aCampaign(brand, ofCampaign);
  if (spent !== undefined) await station.spend(campaign, spent);
  await act(campaign, brand);
  return campaign;
}

describe('who sent the request is the actor, and the cause is', () => {
  test.each(Object.entries(BY_PEOPLE))('that of %s', async (_what, it) => {
    const last = (await station.history(await play(it))).at(-1);
    expect(last).toBe(`${it.change} at 2026-07-15T12:00Z`);
  });
});

test('where time did it nobody is the actor, also when a request comes upon it', async () => {
  const brand = await station.aBrand();
  const window = await station.aCampaign(brand, {
    windows: [{ days: ['WEDNESDAY'], start: '13:00', end: '14:00' }],
  });
  const flight = await station.aCampaign(brand, {
    startsAt: '2026-07-15T13:00:00Z',
    endsAt: '2026-07-15T14:00:00Z',
  });
  const day = await station.aCampaign(brand, CAPPED);
  const month = await station.aCampaign(brand, { monthlyBudget: '10' });
  await station.spend(day, '10');
  await station.spend(month, '10');
  await installation.leap('2026-08-01T12:00:00Z');
  await station.pause(window, flight, day, month);
  const pausedBy = 'USER by First key at 2026-08-01T12:00Z';
  const scheduled = (at: string) => `SCHEDULE by nobody at 2026-07-${at}`;
  const closed = 'INACTIVE OUTSIDE_SCHEDULE';
  expect(await station.history(window)).toEqual([
    ...['15', '22', '29'].flatMap((date) => [
      `${closed} -> ACTIVE, ${scheduled(`${date}T13:00Z`)}`,
      `ACTIVE -> ${closed}, ${scheduled(`${date}T14:00Z`)}`,
    ]),
    `${closed} -> PAUSED MANUAL_PAUSE+OUTSIDE_SCHEDULE, ${pausedBy}`,
  ]);
  expect(await station.history(flight)).toEqual([
    `INACTIVE NOT_STARTED -> ACTIVE, ${scheduled('15T13:00Z')}`,
    `ACTIVE -> INACTIVE ENDED, ${scheduled('15T14:00Z')}`,
    `INACTIVE ENDED -> PAUSED MANUAL_PAUSE+ENDED, ${pausedBy}`,
  ]);
  expect((await station.history(day))[1]).toBe(
    'PAUSED DAILY_BUDGET -> ACTIVE, BUDGET_RESET by nobody at 2026-07-16T00:00Z',
  );
  expect((await station.history(month))[1]).toBe(
    'PAUSED MONTHLY_BUDGET -> ACTIVE, BUDGET_RESET by nobody at 2026-08-01T00:00Z',
  );
});

test('what a check repairs is a JOB', async () => {
  const campaign = await station.aCampaign(await station.aBrand());
  await installation.rows(
    `update campaign set status = 'PAUSED', blockers = '[{"code":"DAILY_BUDGET","since":0}]'
     where name = $1`,
    [campaign.name],
  );
  await station.runJob('budget-check');
  expect(await station.history(campaign)).toEqual([
    'PAUSED DAILY_BUDGET -> ACTIVE, JOB by nobody at 2026-08-01T12:00Z',
  ]);
});
