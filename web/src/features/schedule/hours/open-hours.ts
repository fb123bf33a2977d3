import {
  MINUTES_PER_WEEK,
  type Stretch,
  stretchesOf,
} from '../../../../../src/domain/schedule/week.js';
import type { DaypartingWindow } from '../../../../../src/domain/schedule/window.js';

/** The minutes of a week that are open: stretches in order, of which no two touch. */
export type OpenHours = readonly Stretch[];

/** Every minute of the week. */
export const ALWAYS: OpenHours = [{ start: 0, end: MINUTES_PER_WEEK }];

/** No minute of the week. */
export const NEVER: OpenHours = [];

/** The minutes that windows open; without windows that is always. */
export function openHoursOf(windows: readonly DaypartingWindow[]): OpenHours {
  return windows.length === 0 ? ALWAYS : unionOf(windows.flatMap(stretchesOf));
}

/** What is open in any of them: stretches in any order, which may overlap. */
export function unionOf(stretches: readonly Stretch[]): OpenHours {
  const union: { start: number; end: number }[] = [];
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const last = union.at(-1);
    if (last === undefined || start > last.end) union.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return union;
}

/** The hours, and the stretches besides. */
export function opened(hours: OpenHours, stretches: readonly Stretch[]): OpenHours {
  return unionOf([...hours, ...stretches]);
}

/** The hours without the stretches. */
export function closed(hours: OpenHours, stretches: readonly Stretch[]): OpenHours {
  return inverted(opened(inverted(hours), stretches));
}

/** Open where the hours are closed, and closed where they are open. */
export function inverted(hours: OpenHours): OpenHours {
  const edges = [0, ...hours.flatMap(({ start, end }) => [start, end]), MINUTES_PER_WEEK];
  const gaps: Stretch[] = [];
  for (let index = 0; index < edges.length; index += 2) {
    const start = edges[index] ?? 0;
    const end = edges[index + 1] ?? 0;
    if (start < end) gaps.push({ start, end });
  }
  return gaps;
}

/** The parts of the hours that lie in a stretch of the week. */
export function within(hours: OpenHours, stretch: Stretch): OpenHours {
  return hours.flatMap((one) => {
    const start = Math.max(one.start, stretch.start);
    const end = Math.min(one.end, stretch.end);
    return start < end ? [{ start, end }] : [];
  });
}

/** How many minutes of the week are open. */
export function minutesOf(hours: OpenHours): number {
  return hours.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Whether the same minutes are open. */
export function sameHours(a: OpenHours, b: OpenHours): boolean {
  return (
    a.length === b.length &&
    a.every(({ start, end }, index) => start === b[index]?.start && end === b[index].end)
  );
}
