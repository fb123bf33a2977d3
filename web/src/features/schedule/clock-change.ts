import { offsetAt } from '../../kit/format/zone-clock.js';

/** A zone's clocks are put forward, by so many minutes, or back where that is negative. */
export interface ClockChange {
  readonly atMs: number;
  readonly byMinutes: number;
}

const MINUTE_MS = 60_000;
const STEP_MS = 7 * 86_400_000;
/** A zone that keeps its clocks for more than a year keeps them. */
const MAX_STEPS = 55;

/** The next time a zone's clocks are changed, within a year or so; null: they are not. */
export function nextClockChange(nowMs: number, timeZone: string): ClockChange | null {
  let before = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
  const offset = offsetAt(before, timeZone);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const after = before + STEP_MS;
    if (offsetAt(after, timeZone) !== offset) return locate(before, after, timeZone);
    before = after;
  }
  return null;
}

/** Halves the time between two instants with different offsets until a minute is left. */
function locate(from: number, until: number, timeZone: string): ClockChange {
  const offset = offsetAt(from, timeZone);
  let before = from;
  let after = until;
  while (after - before > MINUTE_MS) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetAt(middle, timeZone) === offset) before = middle;
    else after = middle;
  }
  return { atMs: after, byMinutes: Math.round((offsetAt(after, timeZone) - offset) / MINUTE_MS) };
}
