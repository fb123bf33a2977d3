import type { Brand } from '../brand/brand.js';
import type { Campaign } from '../campaign/campaign.js';
import { exponentOf } from '../money/currency.js';
import { type Micros, SPEND_DECIMALS } from '../money/micros.js';
import { MINUTES_PER_WEEK, weekOf } from '../schedule/week.js';
import { DAYS_OF_WEEK, MINUTES_PER_DAY } from '../schedule/window.js';
import type { Instant } from '../time/instant.js';
import { offsetSpanAt } from '../time/offset-span.js';
import { seededRandom } from './seeded-random.js';

/** What the simulation needs to know of a campaign that runs. */
export interface Spender {
  readonly campaign: Pick<Campaign, 'id' | 'dailyBudgetMicros' | 'monthlyBudgetMicros' | 'windows'>;
  readonly brand: Pick<
    Brand,
    'currency' | 'timeZone' | 'dailyBudgetMicros' | 'monthlyBudgetMicros' | 'day'
  >;
}

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;
const DAYS_PER_MONTH = 30n;
/** A campaign without a cap of its own is given this part of its brand's. */
const SHARE_OF_BRAND = 6n;
/** Without any cap: so many hundredths of the currency's unit a day, or units where it has none. */
const UNCAPPED_MINOR_UNITS = 5_000n;
const UNCAPPED_EXPONENT = 2;

/** What a campaign would spend on a day, in parts of its daily cap: most days it is exhausted. */
const APPETITE = { least: 0.6, most: 1.8 };
/** Minutes in which nothing is spent, and how much the others vary; together 1 on average. */
const QUIET_PART = 0.25;
const VARIATION = { least: 1 / 3, most: 7 / 3 };
/** How much busier than on average the afternoon is, and how much quieter the night. */
const TIDE = 0.6;
const BUSIEST_HOUR = 15;
const PRECISION = 1_000_000;
/** Media is billed in fractions of the smallest coin. */
export const FINER_DECIMALS = 2;

/**
 * What a running campaign spends in the minute of an instant, with two decimals more than the currency
 * has; null if nothing. The same for the same seed, campaign, budgets, schedule and minute. Over a
 * day it comes to between 0.6 and 1.8 times the daily cap, spread over the hours in which it is open.
 */
export function simulatedSpend(
  { campaign, brand }: Spender,
  at: Instant,
  seed: string,
): Micros | null {
  const minute = Math.floor(at / MS_PER_MINUTE);
  const random = seededRandom(`${seed} ${campaign.id} ${minute}`);
  if (random() < QUIET_PART) return null;
  const appetite = between(APPETITE, seededRandom(`${seed} ${campaign.id} ${brand.day.date}`)());
  const pace = appetite * between(VARIATION, random()) * tide({ campaign, brand }, minute);
  const dayMicros = dailyTarget({ campaign, brand }) * BigInt(Math.round(pace * PRECISION));
  const micros = dayMicros / BigInt(PRECISION) / BigInt(openMinutesADay(campaign));
  const rounded = round(micros, exponentOf(brand.currency) + FINER_DECIMALS);
  return rounded === 0n ? null : rounded;
}

function round(micros: Micros, decimals: number): Micros {
  const unit = microsAt(decimals);
  return ((micros + unit / 2n) / unit) * unit;
}

/** One of the last of so many decimals: 10 000 micros for 2. */
function microsAt(decimals: number): Micros {
  return 10n ** BigInt(SPEND_DECIMALS - Math.min(SPEND_DECIMALS, decimals));
}

function dailyTarget({ campaign, brand }: Spender): Micros {
  if (campaign.dailyBudgetMicros !== null) return campaign.dailyBudgetMicros;
  if (campaign.monthlyBudgetMicros !== null) return campaign.monthlyBudgetMicros / DAYS_PER_MONTH;
  if (brand.dailyBudgetMicros !== null) return brand.dailyBudgetMicros / SHARE_OF_BRAND;
  if (brand.monthlyBudgetMicros !== null) {
    return brand.monthlyBudgetMicros / DAYS_PER_MONTH / SHARE_OF_BRAND;
  }
  return UNCAPPED_MINOR_UNITS * microsAt(Math.min(UNCAPPED_EXPONENT, exponentOf(brand.currency)));
}

/** Minutes for which the schedule is open on a day on which it opens, on average. */
function openMinutesADay({ windows }: Pick<Campaign, 'windows'>): number {
  const { changes, openAtEnd } = weekOf(windows);
  if (changes.length === 0) return MINUTES_PER_DAY;
  const edges = openAtEnd ? [0, ...changes, MINUTES_PER_WEEK] : changes;
  const open = edges.reduce((sum, edge, i) => sum + (i % 2 === 0 ? -edge : edge), 0);
  const days = DAYS_OF_WEEK.filter((day) => windows.some((window) => window.days.includes(day)));
  return Math.max(1, Math.round(open / Math.max(1, days.length)));
}

/** More by day than by night, 1 on average, for a campaign that is always open. */
function tide({ campaign, brand }: Spender, minute: number): number {
  if (campaign.windows.length > 0) return 1;
  const at = minute * MS_PER_MINUTE;
  const wallMs = at + offsetSpanAt(brand.timeZone, at).offsetMs;
  const hour = (wallMs / MS_PER_HOUR) % 24;
  return 1 + TIDE * Math.cos(((hour - BUSIEST_HOUR) / 24) * 2 * Math.PI);
}

function between({ least, most }: { least: number; most: number }, random: number): number {
  return least + random * (most - least);
}
