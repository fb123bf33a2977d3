import { DAYS_OF_WEEK } from '../../../../../src/domain/schedule/window.js';
import { type Cell, CELLS, cellsOfDay, cellsOfHour, HOURS_PER_DAY } from '../hours/cell.js';

/** The place of a header: before the first day, or before the first hour. */
export const HEADER = -1;

const LAST_DAY = DAYS_OF_WEEK.length - 1;
const LAST_HOUR = HOURS_PER_DAY - 1;

/** A place in the grid: a cell, or with {@link HEADER} for its day or hour a header. */
export type Position = Cell;

/** Which way the hours run: across the page, or down it, as on a phone. */
export type Direction = 'across' | 'down';

type Step = (position: Position) => Position;

const KEYS: Readonly<Record<string, Step>> = {
  ArrowRight: ({ day, hour }) => ({ day, hour: hour + 1 }),
  ArrowLeft: ({ day, hour }) => ({ day, hour: hour - 1 }),
  ArrowDown: ({ day, hour }) => ({ day: day + 1, hour }),
  ArrowUp: ({ day, hour }) => ({ day: day - 1, hour }),
  Home: ({ day }) => ({ day, hour: 0 }),
  End: ({ day }) => ({ day, hour: LAST_HOUR }),
};

const KEYS_DOWN: Readonly<Record<string, Step>> = {
  ArrowRight: ({ day, hour }) => ({ day: day + 1, hour }),
  ArrowLeft: ({ day, hour }) => ({ day: day - 1, hour }),
  ArrowDown: ({ day, hour }) => ({ day, hour: hour + 1 }),
  ArrowUp: ({ day, hour }) => ({ day, hour: hour - 1 }),
  Home: ({ hour }) => ({ day: 0, hour }),
  End: ({ hour }) => ({ day: LAST_DAY, hour }),
};

const KEYS_WITH_CONTROL: Readonly<Record<string, Step>> = {
  Home: () => ({ day: 0, hour: 0 }),
  End: () => ({ day: LAST_DAY, hour: LAST_HOUR }),
};

/** Where a key leads to, not beyond the grid; null: it leads nowhere. */
export function positionAfter(
  position: Position,
  key: { readonly name: string; readonly withControl: boolean },
  direction: Direction,
): Position | null {
  const plain = direction === 'across' ? KEYS : KEYS_DOWN;
  const step = (key.withControl ? KEYS_WITH_CONTROL : plain)[key.name];
  if (step === undefined) return null;
  const { day, hour } = step(position);
  return {
    day: Math.min(LAST_DAY, Math.max(HEADER, day)),
    hour: Math.min(LAST_HOUR, Math.max(HEADER, hour)),
  };
}

/** The cells that a place stands for: itself, its day, its hour on all days, or the whole week. */
export function cellsAt(position: Position): readonly Cell[] {
  const { day, hour } = position;
  if (day === HEADER && hour === HEADER) return CELLS;
  if (day === HEADER) return cellsOfHour(hour);
  return hour === HEADER ? cellsOfDay(day) : [position];
}

/** Whether it is an hour of a day, and no header. */
export function isCell({ day, hour }: Position): boolean {
  return day !== HEADER && hour !== HEADER;
}

/** The elements of the page say where they are in the grid. */
export function positionOf(target: EventTarget): Position | null {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-day]') : null;
  if (place === null) return null;
  return { day: Number(place.dataset.day), hour: Number(place.dataset.hour) };
}
