import { userError } from '../errors.js';
import type { UserError } from '../errors.js';
import { stretchesOf } from './week.js';
import type { Stretch } from './week.js';
import { formatLocalTime, MINUTES_PER_DAY } from './window.js';
import type { DaypartingWindow } from './window.js';

/** What one schedule may hold. */
export const MAX_WINDOWS = 100;

type Path = readonly string[];

interface Item {
  readonly window: DaypartingWindow;
  readonly path: Path;
  /** The window's place in the schedule and its content, for people. */
  readonly name: string;
  readonly stretches: readonly Stretch[];
}

/**
 * What is wrong with a schedule that was sent as a list at `path`; nothing if it may be set.
 * TOO_MANY on the list; INVALID on a window's `days` (none, repeated), `start` (24:00) or `end`
 * (equal to the start); OVERLAPPING_WINDOWS on the later one of two windows, sound in themselves,
 * that share a moment of the week.
 */
export function validateWindows(windows: readonly DaypartingWindow[], path: Path): UserError[] {
  if (windows.length > MAX_WINDOWS) {
    const message = `${windows.length} windows: a schedule has at most ${MAX_WINDOWS}.`;
    return [userError(path, 'TOO_MANY', message)];
  }
  const items = windows.map((window, index) => itemOf(window, [...path, String(index)]));
  const flaws = items.flatMap((item) => [...daysFlaws(item), ...timesFlaws(item)]);
  const flawed = new Set(flaws.map(({ field }) => field[path.length]));
  return [...flaws, ...overlaps(items.filter(({ path: own }) => !flawed.has(own.at(-1))))];
}

function itemOf(window: DaypartingWindow, path: Path): Item {
  const times = `${formatLocalTime(window.startMinute)}-${formatLocalTime(window.endMinute)}`;
  const name = `window ${path.at(-1) ?? ''} (${[...window.days, times].join(' ')})`;
  return { window, path, name, stretches: stretchesOf(window) };
}

function daysFlaws(item: Item): UserError[] {
  const { days } = item.window;
  if (days.length === 0) return [flawOf(item, 'days', 'it has no days, name at least one')];
  if (new Set(days).size === days.length) return [];
  return [flawOf(item, 'days', 'a day is repeated, name each once')];
}

function timesFlaws(item: Item): UserError[] {
  const { startMinute, endMinute } = item.window;
  if (startMinute === MINUTES_PER_DAY) {
    return [flawOf(item, 'start', 'it starts at 24:00, write 00:00 on the next day')];
  }
  if (startMinute !== endMinute || endMinute === 0) return [];
  return [flawOf(item, 'end', 'it ends when it starts, a window lasts at least a minute')];
}

function flawOf({ path, name }: Item, part: string, flaw: string): UserError {
  return userError([...path, part], 'INVALID', `${name}: ${flaw}.`);
}

function overlaps(items: readonly Item[]): UserError[] {
  return items.flatMap((later, index) => {
    const earlier = items.slice(0, index).find((item) => shareAMoment(item, later));
    if (earlier === undefined) return [];
    const flaw = `it overlaps ${earlier.name}, windows may touch but share no moment of the week`;
    return [userError(later.path, 'OVERLAPPING_WINDOWS', `${later.name}: ${flaw}.`)];
  });
}

function shareAMoment(a: Item, b: Item): boolean {
  return a.stretches.some((one) =>
    b.stretches.some((other) => one.start < other.end && other.start < one.end),
  );
}
