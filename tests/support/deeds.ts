import fc from 'fast-check';
import { BRAND_STATUSES } from '../../src/domain/brand/brand.js';
import { DESIRED_STATUSES } from '../../src/domain/campaign/campaign.js';
import { updateBrand } from '../../src/services/brands/update-brand.js';
import { resetBrandBudget } from '../../src/services/budgets/reset-brand-budget.js';
import { resetBudgets } from '../../src/services/budgets/reset-budgets.js';
import { activateCampaigns } from '../../src/services/campaigns/activate-campaigns.js';
import { pauseCampaigns } from '../../src/services/campaigns/pause-campaigns.js';
import { setDaypartingSchedule } from '../../src/services/campaigns/set-dayparting-schedule.js';
import { updateCampaign } from '../../src/services/campaigns/update-campaign.js';
import { recordSpend } from '../../src/services/spend/record-spend.js';
import { daypartingWindows } from './calendar-arbitraries.js';
import { instant } from './instants.js';
import { asFeed } from './callers.js';
import { brandPatch, campaignPatch, spendRequest } from './requests.js';
import { START, type World } from './world.js';

/** A brand and some of its campaigns. */
export interface Family {
  readonly brandId: string;
  readonly campaignIds: readonly string[];
}

/** Something that people or spend do to a family; it may well be refused. */
export type Deed = (world: World, family: Family) => Promise<unknown>;

const DAY_MS = 86_400_000;

const amounts = fc.constantFrom('1', '4', '5', '10');
const caps = fc.option(amounts);
const periods = fc.constantFrom('DAY' as const, 'MONTH' as const);
const edges = fc.option(
  fc.integer({ min: -3, max: 6 }).map((days) => instant(START) + days * DAY_MS),
);

const brandEdits: fc.Arbitrary<Deed> = fc
  .record(
    {
      status: fc.constantFrom('ACTIVE' as const, ...BRAND_STATUSES),
      dailyBudget: caps,
      monthlyBudget: caps,
      timeZone: fc.constantFrom('UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'),
    },
    { requiredKeys: [] },
  )
  .map((patch) => ({ kernel, caller }, { brandId: id }) => {
    return updateBrand(kernel, caller, brandPatch({ id, ...patch }));
  });

const campaignEdits: fc.Arbitrary<Deed> = fc
  .record(
    {
      desiredStatus: fc.constantFrom('ACTIVE' as const, ...DESIRED_STATUSES),
      dailyBudget: caps,
      monthlyBudget: caps,
      startsAt: edges,
      endsAt: edges,
    },
    { requiredKeys: [] },
  )
  .map((patch) => ({ kernel, caller }, family) => {
    return updateCampaign(kernel, caller, campaignPatch({ id: firstOf(family), ...patch }));
  });

const schedules: fc.Arbitrary<Deed> = fc
  .array(daypartingWindows(), { maxLength: 2 })
  .map((windows) => ({ kernel, caller }, family) => {
    const campaignId = firstOf(family);
    return setDaypartingSchedule(kernel, caller, { campaignId, version: null, windows });
  });

const bulkChanges: fc.Arbitrary<Deed> = fc.constantFrom(activateCampaigns, pauseCampaigns).map(
  (verb) =>
    ({ kernel, caller }, { campaignIds }) =>
      verb(kernel, caller, campaignIds),
);

const resets: fc.Arbitrary<Deed> = fc.oneof(
  periods.map((period): Deed => ({ kernel, caller }, { campaignIds: ids }) => {
    return resetBudgets(kernel, caller, { ids, period });
  }),
  periods.map((period): Deed => ({ kernel, caller }, { brandId: id }) => {
    return resetBrandBudget(kernel, caller, { id, period });
  }),
);

const spends: fc.Arbitrary<Deed> = fc
  .tuple(amounts, fc.boolean())
  .map(([amount, isFeed]) => ({ kernel, caller }, family) => {
    const spender = isFeed ? asFeed(caller) : caller;
    return recordSpend(kernel, spender, spendRequest({ campaignId: firstOf(family), amount }));
  });

/** All that can happen to a family but for the passing of time; spend the most often. */
export const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: spends, weight: 4 },
  { arbitrary: brandEdits, weight: 3 },
  { arbitrary: campaignEdits, weight: 3 },
  { arbitrary: schedules, weight: 1 },
  { arbitrary: bulkChanges, weight: 1 },
  { arbitrary: resets, weight: 2 },
);

function firstOf({ campaignIds: [first] }: Family): string {
  if (first === undefined) throw new Error('a family has a campaign');
  return first;
}
