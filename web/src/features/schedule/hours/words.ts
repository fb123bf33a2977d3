import {
  closingMinute,
  DAYS_OF_WEEK,
  type DaypartingWindow,
  type DayOfWeek,
  dayIndex,
  formatLocalTime,
  MINUTES_PER_DAY,
} from '../../../../../src/domain/schedule/window.js';
import { type Cell, MINUTES_PER_HOUR } from './cell.js';
import type { OpenHours } from './open-hours.js';

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** From so many neighbours on they are a range: Mon–Wed, but Mon, Tue. */
const MIN_RANGE = 3;

/** `Monday` for 0. */
export function dayName(day: number): string {
  return NAMES[day % NAMES.length] ?? '';
}

/** `Mon` for 0. */
export function shortDay(day: number): string {
  return dayName(day).slice(0, 3);
}

/** `08:00` for 8; `24:00` for 24. */
export function hourName(hour: number): string {
  return formatLocalTime(hour * MINUTES_PER_HOUR);
}

/** `Monday 08:00 to 09:00`. */
export function cellName({ day, hour }: Cell): string {
  return `${dayName(day)} ${hourName(hour)} to ${hourName(hour + 1)}`;
}

/** `open`, `closed`, or exactly which part of the hour is open: `open 08:30 to 09:00`. */
export function cellState({ hour }: Cell, parts: OpenHours): string {
  const [first] = parts;
  if (first === undefined) return 'closed';
  if (first.start === 0 && first.end === MINUTES_PER_HOUR) return 'open';
  const clock = (minute: number): string => formatLocalTime(hour * MINUTES_PER_HOUR + minute);
  return `open ${parts.map(({ start, end }) => `${clock(start)} to ${clock(end)}`).join(' and ')}`;
}

/** `every day`, `Mon–Fri`, `Mon, Wed, Sat–Sun`; the days in any order. */
export function describeDays(days: readonly DayOfWeek[]): string {
  if (new Set(days).size === DAYS_OF_WEEK.length) return 'every day';
  const runs: number[][] = [];
  for (const day of days.map(dayIndex).toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs.flatMap(describeRun).join(', ');
}

function describeRun(run: readonly number[]): string[] {
  if (run.length < MIN_RANGE) return run.map(shortDay);
  return [`${shortDay(run[0] ?? 0)}–${shortDay(run.at(-1) ?? 0)}`];
}

/** What a window's times mean where they do not say it themselves; null where they do. */
export function describeEnd(window: DaypartingWindow): string | null {
  const end = closingMinute(window);
  if (end === MINUTES_PER_DAY) {
    return window.startMinute === 0 ? 'The whole day' : 'Until the end of the day';
  }
  if (end < MINUTES_PER_DAY) return null;
  const clock = formatLocalTime(end - MINUTES_PER_DAY);
  const [only, ...others] = window.days;
  if (only !== undefined && others.length === 0) {
    return `Across midnight: ends ${shortDay(dayIndex(only) + 1)} ${clock}`;
  }
  return `Across midnight: ends ${clock} the next day`;
}

/** `60`, `7.5`, `0.25`: minutes in hours, to two decimals at most. */
export function formatHours(minutes: number): string {
  return (minutes / MINUTES_PER_HOUR).toLocaleString('en', { maximumFractionDigits: 2 });
}
