/** The days of the week, Monday first. */
export const DAYS_OF_WEEK = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

/** One of {@link DAYS_OF_WEEK}. */
export type DayOfWeek = (typeof DAYS_OF_WEEK)[number];

/** The minutes of a day on the wall clock. */
export const MINUTES_PER_DAY = 1_440;

/**
 * `[start, end)` of local wall time on each of the days, in minutes of the day as they were sent.
 * An end of 0 or 1440 is the end of the day; an end before the start is on the day after.
 */
export interface DaypartingWindow {
  readonly days: readonly DayOfWeek[];
  readonly startMinute: number;
  readonly endMinute: number;
}

/** How many days the day is after Monday. */
export function dayIndex(day: DayOfWeek): number {
  return DAYS_OF_WEEK.indexOf(day);
}

/** The days in week order. */
export function inWeekOrder(days: readonly DayOfWeek[]): DayOfWeek[] {
  return days.toSorted((a, b) => dayIndex(a) - dayIndex(b));
}

/**
 * When the window closes, in minutes since the midnight before it opens: beyond 1440 it is on the
 * day after.
 */
export function closingMinute({ startMinute, endMinute }: DaypartingWindow): number {
  if (endMinute === 0) return MINUTES_PER_DAY;
  return endMinute < startMinute ? endMinute + MINUTES_PER_DAY : endMinute;
}

const LOCAL_TIME_PATTERN = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** The minute of the day, 0 to 1440, of `00:00` to `24:00`; null for any other spelling. */
export function parseLocalTime(text: string): number | null {
  const match = LOCAL_TIME_PATTERN.exec(text);
  if (match === null) return null;
  const [, hours = '24', minutes = '00'] = match;
  return Number(hours) * 60 + Number(minutes);
}

/** `00:00` to `24:00` for a minute of the day, 0 to 1440. */
export function formatLocalTime(minute: number): string {
  const hours = Math.floor(minute / 60);
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
