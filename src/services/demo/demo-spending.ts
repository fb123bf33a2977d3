import { exponentOf } from '../../domain/money/currency.js';
import { type Micros, parseAmount, SPEND_DECIMALS } from '../../domain/money/micros.js';
import { isOpen } from '../../domain/schedule/schedule.js';
import { seededRandom } from '../../domain/simulation/seeded-random.js';
import type { Instant, LocalDate } from '../../domain/time/instant.js';
import { monthOf } from '../../domain/time/local-date.js';
import { offsetSpanAt } from '../../domain/time/offset-span.js';
import { localDate, startOfDay } from '../../domain/time/zone.js';
import type { DemoBrand, DemoCampaign } from './demo-plan.js';

/** A campaign of the demo that has been made, and from when until when it spends. */
export interface DemoSpender {
  readonly campaignId: string;
  readonly brandId: string;
  readonly campaign: DemoCampaign;
  readonly brand: DemoBrand;
  readonly from: Instant;
  readonly until: Instant;
}

/** A spend of the demo's past, and what is given back of it, if anything. */
export interface DemoSpend {
  readonly spender: DemoSpender;
  readonly key: string;
  readonly at: Instant;
  readonly amountMicros: Micros;
  readonly refund: { readonly at: Instant; readonly amountMicros: Micros } | null;
}

export const MS_PER_HOUR = 3_600_000;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Hours in which nothing is spent, and how much the others and the days vary. */
const QUIET_PART = 0.08;
const HOURLY = { least: 0.5, most: 1.5 };
const DAILY = { least: 0.6, most: 1.4 };
/** How much busier than on average the afternoon is, and how much quieter the night. */
const TIDE = 0.6;
const BUSIEST_HOUR = 15;
/** Of what would be spent on an exhausted budget, so much arrives late all the same. */
const LATE_PART = 0.03;
const REFUND_PART = 0.006;
const MAX_REFUND_DELAY_HOURS = 40;
/** Media is billed in fractions of the smallest coin. */
const FINER_DECIMALS = 2;

/**
 * What the campaigns of the demo spend, hour by hour: more by day than by night, only while they are
 * open, and hardly anything once a budget is exhausted. The same for the same seed and hours, which
 * must be asked for one after the other.
 */
export class DemoSpending {
  private readonly spent = new Map<string, Micros>();
  private readonly openHours = new Map<string, number>();

  constructor(private readonly seed: string) {}

  /** The spends of one hour, which begins at `hour`, in order, up to but without `end`. */
  spendsOf(spenders: readonly DemoSpender[], hour: Instant, end: Instant): readonly DemoSpend[] {
    return spenders
      .flatMap((spender) => this.wishOf(spender, hour))
      .filter(({ at }) => at < end)
      .toSorted((a, b) => a.at - b.at)
      .filter((spend) => this.take(spend));
  }

  /** Whether a budget that the spend counts for is exhausted. */
  isExhausted({ spender, at }: Pick<DemoSpend, 'spender' | 'at'>): boolean {
    const date = localDate(at, spender.brand.timeZone);
    return budgetsOf(spender, date).some(
      ({ counter, cap }) => cap !== undefined && (this.spent.get(counter) ?? 0n) >= microsOf(cap),
    );
  }

  /** Takes back what was refunded of a spend. */
  giveBack({ spender, at }: DemoSpend, amountMicros: Micros): void {
    this.add(spender, localDate(at, spender.brand.timeZone), -amountMicros);
  }

  private wishOf(spender: DemoSpender, hour: Instant): readonly DemoSpend[] {
    const { brand, campaign } = spender;
    const key = `${brand.key}/${campaign.key} ${new Date(hour).toISOString().slice(0, 13)}`;
    const random = seededRandom(`${this.seed} ${key}`);
    const at = hour + Math.floor(random() * MS_PER_HOUR);
    if (random() < QUIET_PART || at < spender.from || at >= spender.until) return [];
    if (!isOpen(campaign.windows ?? [], brand.timeZone, at)) return [];
    const date = localDate(at, brand.timeZone);
    const mood = between(DAILY, seededRandom(`${this.seed} ${key.slice(0, -14)} ${date}`)());
    const pace =
      (mood * between(HOURLY, random()) * tide(brand, at)) / this.openHoursOf(spender, date);
    const amountMicros = rounded(campaign.appetite * pace, brand.currency);
    const refund = refundOf({ at, amountMicros, currency: brand.currency }, random);
    return amountMicros > 0n ? [{ spender, key, at, amountMicros, refund }] : [];
  }

  private take(spend: DemoSpend): boolean {
    const isLate = this.isExhausted(spend);
    if (isLate && seededRandom(`${this.seed} late ${spend.key}`)() >= LATE_PART) return false;
    this.add(spend.spender, localDate(spend.at, spend.spender.brand.timeZone), spend.amountMicros);
    return true;
  }

  private add(spender: DemoSpender, date: LocalDate, amountMicros: Micros): void {
    for (const { counter } of budgetsOf(spender, date)) {
      this.spent.set(counter, (this.spent.get(counter) ?? 0n) + amountMicros);
    }
  }

  private openHoursOf({ campaign, brand, campaignId }: DemoSpender, date: LocalDate): number {
    const key = `${campaignId} ${date}`;
    const known = this.openHours.get(key);
    if (known !== undefined) return known;
    const midnight = startOfDay(date, brand.timeZone);
    const middles = HOURS.map((hour) => midnight + (hour + 0.5) * MS_PER_HOUR);
    const isOpenAt = (at: Instant): boolean => isOpen(campaign.windows ?? [], brand.timeZone, at);
    const hours = Math.max(1, middles.filter(isOpenAt).length);
    this.openHours.set(key, hours);
    return hours;
  }
}

function budgetsOf({ campaignId, brandId, campaign, brand }: DemoSpender, date: LocalDate) {
  const month = `${monthOf(date)} month`;
  return [
    { counter: `${campaignId} ${date}`, cap: campaign.dailyBudget },
    { counter: `${campaignId} ${month}`, cap: campaign.monthlyBudget },
    { counter: `${brandId} ${date}`, cap: brand.dailyBudget },
    { counter: `${brandId} ${month}`, cap: brand.monthlyBudget },
  ];
}

function refundOf(
  { at, amountMicros, currency }: { at: Instant; amountMicros: Micros; currency: string },
  random: () => number,
): DemoSpend['refund'] {
  if (random() >= REFUND_PART) return null;
  const delayMs = (1 + random() * (MAX_REFUND_DELAY_HOURS - 1)) * MS_PER_HOUR;
  const part = rounded(
    (Number(amountMicros) / 10 ** SPEND_DECIMALS) * between(HOURLY, random()),
    currency,
  );
  const refunded = part < amountMicros && part > 0n ? part : amountMicros;
  return { at: at + Math.round(delayMs), amountMicros: refunded };
}

/** 1 on average over a day. */
function tide({ timeZone }: DemoBrand, at: Instant): number {
  const hour = ((at + offsetSpanAt(timeZone, at).offsetMs) / MS_PER_HOUR) % 24;
  return 1 + TIDE * Math.cos(((hour - BUSIEST_HOUR) / 24) * 2 * Math.PI);
}

function rounded(units: number, currency: string): Micros {
  const decimals = Math.min(SPEND_DECIMALS, exponentOf(currency) + FINER_DECIMALS);
  const step = 10 ** decimals;
  return BigInt(Math.round(units * step)) * 10n ** BigInt(SPEND_DECIMALS - decimals);
}

function microsOf(cap: string): Micros {
  const amount = parseAmount(cap, SPEND_DECIMALS);
  return amount.ok ? amount.value : 0n;
}

function between({ least, most }: { least: number; most: number }, random: number): number {
  return least + random * (most - least);
}
