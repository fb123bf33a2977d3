import { formatClock } from '../../kit/format/time.js';

/** A moment on the wall clock: the day, 0 for Monday, and the minute of it. */
export interface WallTime {
  readonly day: number;
  readonly minute: number;
}

const DAY_MS = 86_400_000;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Beyond, a day of the week alone would be mistaken for the nearer one. */
const MAX_DAYS_BY_NAME = 6;

/** What the clocks of a zone show at an instant. */
export function wallTimeAt(atMs: number, timeZone: string): WallTime {
  const { weekday = '', hour, minute } = partsAt(atMs, timeZone);
  return { day: DAYS.indexOf(weekday), minute: Number(hour) * 60 + Number(minute) };
}

/** An instant as one says it now: `today 20:00`, `tomorrow 08:00`, `Mon 08:00`, `Mon 7 Dec, 08:00`. */
export function describeWhen(at: string, nowMs: number, timeZone: string): string {
  const days = dayNumber(Date.parse(at), timeZone) - dayNumber(nowMs, timeZone);
  const clock = formatClock(at, timeZone);
  if (days === 0) return `today ${clock}`;
  if (days === 1) return `tomorrow ${clock}`;
  const { weekday = '' } = partsAt(Date.parse(at), timeZone);
  if (days > 1 && days <= MAX_DAYS_BY_NAME) return `${weekday} ${clock}`;
  return `${formatDay(Date.parse(at), timeZone)}, ${clock}`;
}

/** `Mon 7 Dec`. */
export function formatDay(atMs: number, timeZone: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(atMs)).replace(',', '');
}

/** Wall time less UTC, in minutes. */
export function offsetMinutesAt(atMs: number, timeZone: string): number {
  const { year, month, day, hour, minute } = partsAt(atMs, timeZone);
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  return Math.round((wall - Math.floor(atMs / 60_000) * 60_000) / 60_000);
}

function dayNumber(atMs: number, timeZone: string): number {
  const { year, month, day } = partsAt(atMs, timeZone);
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

const formats = new Map<string, Intl.DateTimeFormat>();

function partsAt(atMs: number, timeZone: string): Parts {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  formats.set(timeZone, format);
  const parts = format.formatToParts(new Date(atMs));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}
