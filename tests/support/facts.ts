import fc from 'fast-check';
import { BRAND_STATUSES, type Brand } from '../../src/domain/brand/brand.js';
import { periodsAt } from '../../src/domain/brand/roll.js';
import { EMPTY_TOTALS, type OwnerTotals, type Tally } from '../../src/domain/budget/tally.js';
import {
  type Campaign,
  type CampaignSnapshot,
  DESIRED_STATUSES,
} from '../../src/domain/campaign/campaign.js';
import { evaluate } from '../../src/domain/campaign/evaluate.js';
import { carryForward } from '../../src/domain/campaign/transition.js';
export { instant } from './instants.js';
import { daypartingWindows, zonedInstants } from './calendar-arbitraries.js';

const UNIT = 1_000_000n;
export const units = (amount: number): bigint => BigInt(Math.round(amount * 1_000_000));

export interface FactsOptions {
  readonly at: number;
  readonly zone?: string;
  readonly brand?: Partial<Brand>;
  readonly campaign?: Partial<Campaign>;
  readonly totals?: OwnerTotals;
  readonly brandTotals?: OwnerTotals;
}

/** A campaign that runs, but for what the case says; its state is what was decided at `at`. */
export function snapshotOf(options: FactsOptions): CampaignSnapshot {
  const { at, zone = 'UTC' } = options;
  const brand: Brand = {
    id: 'b',
    agencyId: 'a',
    name: 'Brand',
    externalId: null,
    currency: 'EUR',
    timeZone: zone,
    status: 'ACTIVE',
    dailyBudgetMicros: null,
    monthlyBudgetMicros: null,
    ...periodsAt(at, zone),
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...options.brand,
  };
  const intent = {
    id: 'c',
    agencyId: 'a',
    brandId: 'b',
    name: 'Campaign',
    externalId: null,
    desiredStatus: 'ACTIVE' as const,
    dailyBudgetMicros: null,
    monthlyBudgetMicros: null,
    startsAt: null,
    endsAt: null,
    windows: [],
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...options.campaign,
  };
  const facts = {
    campaign: intent,
    brand,
    totals: options.totals ?? EMPTY_TOTALS,
    brandTotals: options.brandTotals ?? EMPTY_TOTALS,
  };
  const state = carryForward(null, evaluate(facts, at), at);
  return { ...facts, campaign: { ...intent, state }, at };
}

/** A tally of so many units, less what was set aside. */
export function spentOf(trueSpent: number, setAside = 0): Tally {
  return { trueSpentMicros: units(trueSpent), offsetMicros: units(setAside) };
}

const budgets = fc.option(fc.bigInt({ min: 1n, max: 20n * UNIT }));
const tallies = fc
  .tuple(fc.bigInt({ min: 0n, max: 20n * UNIT }), fc.bigInt({ min: 0n, max: 20n * UNIT }))
  .map(([a, b]) => ({ trueSpentMicros: a > b ? a : b, offsetMicros: a > b ? b : a }));
const totals = fc.record({ day: tallies, month: tallies });
const FLIGHT_RANGE_MS = 40 * 86_400_000;

/** Any campaign in any zone at any instant, its state as decided then. */
export function snapshots(): fc.Arbitrary<CampaignSnapshot> {
  const edge = fc.option(fc.integer({ min: -FLIGHT_RANGE_MS, max: FLIGHT_RANGE_MS }));
  return fc
    .record({
      zoned: zonedInstants(),
      brandStatus: fc.constantFrom(...BRAND_STATUSES, 'ACTIVE' as const, 'ACTIVE' as const),
      desiredStatus: fc.constantFrom(...DESIRED_STATUSES, 'ACTIVE' as const, 'ACTIVE' as const),
      windows: fc.array(daypartingWindows(), { maxLength: 3 }),
      caps: fc.tuple(budgets, budgets, budgets, budgets),
      start: edge,
      length: fc.option(fc.integer({ min: 1, max: FLIGHT_RANGE_MS })),
      totals,
      brandTotals: totals,
    })
    .map(({ zoned: { zone, at }, caps, start, length, ...rest }) => {
      const [daily, monthly, brandDaily, brandMonthly] = caps;
      const startsAt = start === null ? null : at + start;
      return snapshotOf({
        at,
        zone,
        totals: rest.totals,
        brandTotals: rest.brandTotals,
        brand: {
          status: rest.brandStatus,
          dailyBudgetMicros: brandDaily,
          monthlyBudgetMicros: brandMonthly,
        },
        campaign: {
          desiredStatus: rest.desiredStatus,
          windows: rest.windows,
          dailyBudgetMicros: daily,
          monthlyBudgetMicros: monthly,
          startsAt,
          endsAt: length === null ? null : (startsAt ?? at) + length,
        },
      });
    });
}
