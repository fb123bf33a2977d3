import type { Stretch } from '../../../../../src/domain/schedule/week.js';
import { DAYS_OF_WEEK, MINUTES_PER_DAY } from '../../../../../src/domain/schedule/window.js';
import { closed, minutesOf, opened, type OpenHours, within } from './open-hours.js';

/** The hours of a day. */
export const HOURS_PER_DAY = 24;

/** The minutes of an hour. */
export const MINUTES_PER_HOUR = 60;

/** An hour of the week: its day, 0 for Monday, and its hour of that day. */
export interface Cell {
  readonly day: number;
  readonly hour: number;
}

/** All 168, day by day. */
export const CELLS: readonly Cell[] = DAYS_OF_WEEK.flatMap((_, day) => cellsOfDay(day));

/** The hours of a day. */
export function cellsOfDay(day: number): Cell[] {
  return Array.from({ length: HOURS_PER_DAY }, (_, hour) => ({ day, hour }));
}

/** The same hour of all days. */
export function cellsOfHour(hour: number): Cell[] {
  return DAYS_OF_WEEK.map((_, day) => ({ day, hour }));
}

/** All cells of the rectangle of which two are corners. */
export function cellsBetween(a: Cell, b: Cell): Cell[] {
  const isBetween = (value: number, one: number, other: number): boolean =>
    value >= Math.min(one, other) && value <= Math.max(one, other);
  return CELLS.filter(
    ({ day, hour }) => isBetween(day, a.day, b.day) && isBetween(hour, a.hour, b.hour),
  );
}

/** Its minutes of the week. */
export function stretchOf({ day, hour }: Cell): Stretch {
  const start = day * MINUTES_PER_DAY + hour * MINUTES_PER_HOUR;
  return { start, end: start + MINUTES_PER_HOUR };
}

/** The open parts of a cell, in minutes of its hour. */
export function partsOf(hours: OpenHours, cell: Cell): OpenHours {
  const hour = stretchOf(cell);
  return within(hours, hour).map(({ start, end }) => ({
    start: start - hour.start,
    end: end - hour.start,
  }));
}

/** Whether cells are open to their last minute. */
export function areOpen(hours: OpenHours, cells: readonly Cell[]): boolean {
  return cells.every((cell) => minutesOf(within(hours, stretchOf(cell))) === MINUTES_PER_HOUR);
}

/** The hours with cells open, or closed, as a whole; all other minutes stay as they are. */
export function painted(hours: OpenHours, cells: readonly Cell[], isOpen: boolean): OpenHours {
  const stretches = cells.map(stretchOf);
  return isOpen ? opened(hours, stretches) : closed(hours, stretches);
}

/** Opens cells, or closes them if all of them are open. */
export function toggled(hours: OpenHours, cells: readonly Cell[]): OpenHours {
  return painted(hours, cells, !areOpen(hours, cells));
}
