import type { Instant } from '../time/instant.js';
import { type BudgetPeriod, dayPeriod, monthOf, monthPeriod, type Period } from '../time/period.js';
import { dateAfter, localDate, startOfDay } from '../time/zone.js';
import type { LocalDate } from '../time/instant.js';
import type { Brand } from './brand.js';

/** A period of a brand that is over. */
export interface EndedPeriod {
  readonly kind: BudgetPeriod;
  readonly period: Period;
}

export interface Roll<B> {
  readonly brand: B;
  /** In the order of their ends; a month follows its last day. */
  readonly ended: readonly EndedPeriod[];
}

type Calendar = Pick<Brand, 'timeZone' | 'day' | 'month'>;

/** The roll that was asked for last: the campaigns of a brand all ask for the same. */
let latest: { readonly from: Calendar; readonly at: Instant; readonly roll: object } | null = null;

/** The first periods of a brand that is created at an instant. */
export function periodsAt(at: Instant, timeZone: string): Pick<Brand, 'day' | 'month'> {
  const date = localDate(at, timeZone);
  return { day: dayPeriod(date, timeZone), month: monthPeriod(monthOf(date), timeZone) };
}

/**
 * Moves a brand's current periods forward until they hold the instant, one day at a time, and
 * lists those that ended. An instant before the current day changes nothing: periods never
 * go back, whatever the clock does.
 */
export function rollPeriods<B extends Calendar>(brand: B, at: Instant): Roll<B> {
  if (at < brand.day.endsAt) return { brand, ended: [] };
  if (latest?.from !== brand || latest.at !== at)
    latest = { from: brand, at, roll: roll(brand, at) };
  // Made from this very brand.
  return latest.roll as Roll<B>;
}

function roll<B extends Calendar>(brand: B, at: Instant): Roll<B> {
  const ended: EndedPeriod[] = [];
  let { day, month } = brand;
  while (day.endsAt <= at) {
    ended.push({ kind: 'DAY', period: day });
    day = dayPeriod(dateAfter(day.date, brand.timeZone), brand.timeZone);
    if (monthOf(day.date) !== month.date) {
      ended.push({ kind: 'MONTH', period: month });
      month = monthPeriod(monthOf(day.date), brand.timeZone);
    }
  }
  return { brand: { ...brand, day, month }, ended };
}

/**
 * Moves a brand to another zone at an instant. Its periods must hold the instant. The current day
 * becomes the later of the old day and the new local date; days skipped on the way end at once; if
 * the new zone is behind, the current period runs on to its end there.
 */
export function moveToZone<B extends Calendar>(brand: B, timeZone: string, at: Instant): Roll<B> {
  const target = localDate(at, timeZone);
  const ended: EndedPeriod[] = [];
  let day = inZone(brand.day, dayPeriod(brand.day.date, timeZone), at);
  let month = inZone(brand.month, monthPeriod(brand.month.date, timeZone), at);
  while (day.date < target) {
    ended.push({ kind: 'DAY', period: cutShort(day, timeZone) });
    day = dayPeriod(dateAfter(day.date, timeZone), timeZone);
    if (monthOf(day.date) !== month.date) {
      ended.push({ kind: 'MONTH', period: { ...month, endsAt: day.startsAt } });
      month = monthPeriod(monthOf(day.date), timeZone);
    }
  }
  return { brand: { ...brand, timeZone, day, month }, ended };
}

/** A period that has begun keeps its old start where the new zone has not reached it yet. */
function inZone(old: Period, moved: Period, at: Instant): Period {
  return moved.startsAt <= at ? moved : { ...moved, startsAt: old.startsAt };
}

function cutShort(day: Period, timeZone: string): Period {
  const next: LocalDate = dateAfter(day.date, timeZone);
  return { ...day, endsAt: startOfDay(next, timeZone) };
}
