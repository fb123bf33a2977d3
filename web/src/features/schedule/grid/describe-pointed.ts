import { partsOf } from '../hours/cell.js';
import type { OpenHours } from '../hours/open-hours.js';
import { cellName, cellState, hourName, shortDay } from '../hours/words.js';
import { isCell, type Position } from './position.js';
import type { Stroke } from './use-stroke.js';

/** `Monday 08:00 to 09:00: open 08:30 to 09:00`; empty where no cell is pointed at. */
export function describePointed(hours: OpenHours, pointed: Position | null): string {
  if (pointed === null || !isCell(pointed)) return '';
  return `${cellName(pointed)}: ${cellState(pointed, partsOf(hours, pointed))}`;
}

/** `Opening Mon–Fri 09:00 to 17:00`. */
export function describeStroke({ from, to, isOpen }: Stroke): string {
  const [first, last] = [from.day, to.day].toSorted((a, b) => a - b);
  const days =
    first === last ? shortDay(from.day) : `${shortDay(first ?? 0)}–${shortDay(last ?? 0)}`;
  const start = hourName(Math.min(from.hour, to.hour));
  const end = hourName(Math.max(from.hour, to.hour) + 1);
  return `${isOpen ? 'Opening' : 'Closing'} ${days} ${start} to ${end}`;
}
