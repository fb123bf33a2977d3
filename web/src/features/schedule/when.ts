import { formatClock, formatWeekday } from '../../kit/format/time.js';
import { wallAt } from '../../kit/format/zone-clock.js';

/** A moment of the week on the wall clock: the day, 0 for Monday, and the minute of it. */
export interface WeekMoment {
  readonly day: number;
  readonly minute: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** 1 January 1970, the day 0, was a Thursday. */
const DAY_OF_EPOCH = 3;
/** Beyond, a day of the week alone would be mistaken for the nearer one. */
const MAX_DAYS_BY_NAME = 6;

/** What the clocks of a zone show at an instant. */
export function weekMomentAt(atMs: number, timeZone: string): WeekMoment {
  const wall = wallAt(atMs, timeZone);
  const day = Math.floor(wall / DAY_MS);
  return {
    day: (((day + DAY_OF_EPOCH) % 7) + 7) % 7,
    minute: Math.floor((wall - day * DAY_MS) / MINUTE_MS),
  };
}

/** An instant as one says it now: `today 20:00`, `tomorrow 08:00`, `Mon 08:00`, `Mon 7 Dec, 08:00`. */
export function describeWhen(at: string, nowMs: number, timeZone: string): string {
  const days = dayNumber(Date.parse(at), timeZone) - dayNumber(nowMs, timeZone);
  const clock = formatClock(at, timeZone);
  if (days === 0) return `today ${clock}`;
  if (days === 1) return `tomorrow ${clock}`;
  const day = formatWeekday(at, timeZone);
  if (days > 1 && days <= MAX_DAYS_BY_NAME) return `${day.slice(0, 3)} ${clock}`;
  return `${day}, ${clock}`;
}

function dayNumber(atMs: number, timeZone: string): number {
  return Math.floor(wallAt(atMs, timeZone) / DAY_MS);
}
