import type { DaypartingWindow } from './window.js';

/** Whether two schedules, with their days in week order, consist of the same windows in one order. */
export function sameWindows(
  a: readonly DaypartingWindow[],
  b: readonly DaypartingWindow[],
): boolean {
  return a.map(textOf).join() === b.map(textOf).join();
}

function textOf({ days, startMinute, endMinute }: DaypartingWindow): string {
  return `${days.join(' ')} ${startMinute} ${endMinute}`;
}
