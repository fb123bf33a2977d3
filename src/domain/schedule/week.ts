import { closingMinute, dayIndex, MINUTES_PER_DAY } from './window.js';
import type { DaypartingWindow } from './window.js';

/** The minutes of a week on the wall clock, which begins on Monday at 00:00. */
export const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

/** `[start, end)` in minutes of the week; neither wraps: 0 <= start < end <= 10080. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A week's opening hours, which repeat: its end is the beginning of the next one. */
export interface Week {
  /** Whether it is open at its end, just before Monday 00:00. */
  readonly openAtEnd: boolean;
  /** The minutes of the week, 0 to 10079 ascending, at which it changes; an even number of them. */
  readonly changes: readonly number[];
}

const weeks = new WeakMap<readonly DaypartingWindow[], Week>();

/**
 * The week of the windows. Remembered by the array's identity, so the array may not be changed
 * afterwards.
 */
export function weekOf(windows: readonly DaypartingWindow[]): Week {
  const known = weeks.get(windows);
  if (known !== undefined) return known;
  const week = compile(windows);
  weeks.set(windows, week);
  return week;
}

/** The parts of the week that the window covers; one that runs over the end of the week is two. */
export function stretchesOf(window: DaypartingWindow): Stretch[] {
  return window.days.flatMap((day) => {
    const midnight = dayIndex(day) * MINUTES_PER_DAY;
    const start = midnight + window.startMinute;
    const end = midnight + closingMinute(window);
    if (end <= MINUTES_PER_WEEK) return [{ start, end }];
    return [
      { start, end: MINUTES_PER_WEEK },
      { start: 0, end: end - MINUTES_PER_WEEK },
    ];
  });
}

function compile(windows: readonly DaypartingWindow[]): Week {
  const edges = edgesOf(windows.flatMap(stretchesOf));
  const openAtEnd = edges.at(-1) === MINUTES_PER_WEEK;
  if (!openAtEnd) return { openAtEnd, changes: edges };
  const inner = edges.slice(0, -1);
  return { openAtEnd, changes: inner[0] === 0 ? inner.slice(1) : [0, ...inner] };
}

/** Where the union of the stretches begins and ends, in turn; stretches that touch are one. */
function edgesOf(stretches: readonly Stretch[]): number[] {
  const edges: number[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const openUntil = edges.at(-1) ?? -1;
    if (start > openUntil) edges.push(start, end);
    else edges[edges.length - 1] = Math.max(openUntil, end);
  }
  return edges;
}
