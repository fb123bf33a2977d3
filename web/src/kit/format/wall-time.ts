import { offsetAt, wallAt } from './zone-clock.js';

/** Longer than any zone's clocks were ever put forward at once: Samoa skipped a whole day. */
const REACH_MS = 36 * 3_600_000;
const MS_PER_SECOND = 1_000;
const MS_PER_DAY = 86_400_000;
const WALL_PATTERN = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;

/** What a wall time means in a zone. */
export interface WallReading {
  /** In ISO 8601, as the API takes it. */
  readonly instant: string;
  /**
   * `skipped`: the clocks are put forward over it, and `instant` is when that happens; `repeated`:
   * they show it twice, and `instant` is the first time.
   */
  readonly kind: 'plain' | 'skipped' | 'repeated';
}

/**
 * The instant that a wall time, `2026-03-29T02:30` as an `<input type="datetime-local">` gives it,
 * names in a zone: the first one at which the zone's clocks have reached it. That is how the API
 * begins its days and windows. So where the clocks are put forward over it, it is the moment at
 * which they are; where they show it twice, it is the first of the two. Null if it is no wall time,
 * such as 31 April. Needs nothing but `Intl`; exact to the second, as offsets from UTC are.
 */
export function readWallTime(text: string, timeZone: string): WallReading | null {
  const wall = parseWall(text);
  if (wall === null) return null;
  // Two days around it hold at most one change of the clocks, which stays the same either way.
  const offsets = new Set([
    offsetAt(wall - REACH_MS, timeZone),
    offsetAt(wall + REACH_MS, timeZone),
    offsetAt(wall - offsetAt(wall, timeZone), timeZone),
  ]);
  const instants = [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => instant + offsetAt(instant, timeZone) === wall)
    .sort((a, b) => a - b);
  const [first] = instants;
  if (first === undefined) return { instant: iso(changeOver(wall, timeZone)), kind: 'skipped' };
  return { instant: iso(first), kind: instants.length > 1 ? 'repeated' : 'plain' };
}

/** The wall time of an instant in a zone, as an `<input type="datetime-local">` takes it; seconds only if there are any. */
export function writeWallTime(instant: string, timeZone: string): string {
  const wall = iso(wallAt(Date.parse(instant), timeZone)).slice(0, 19);
  return wall.endsWith(':00') ? wall.slice(0, 16) : wall;
}

/**
 * The first instant at which the clocks of a zone have reached a date, such as `2026-10-25`; it need
 * not be midnight. Null if it is no date.
 */
export function startOfDate(date: string, timeZone: string): string | null {
  return readWallTime(`${date}T00:00`, timeZone)?.instant ?? null;
}

/** When a date is over there: the start of the next one. Null if it is no date. */
export function endOfDate(date: string, timeZone: string): string | null {
  const midnight = parseWall(`${date}T00:00`);
  if (midnight === null) return null;
  return startOfDate(iso(midnight + MS_PER_DAY).slice(0, 10), timeZone);
}

/** As milliseconds of UTC, had the clocks been UTC's. */
function parseWall(text: string): number | null {
  if (!WALL_PATTERN.test(text)) return null;
  const wall = Date.parse(`${text}Z`);
  // 31 April is read as 1 May by some: what does not come back as it was sent is no date.
  return Number.isNaN(wall) || !iso(wall).startsWith(text) ? null : wall;
}

/** When the clocks are put forward over `wall`, which they never show. */
function changeOver(wall: number, timeZone: string): number {
  let before = Math.floor((wall - REACH_MS) / MS_PER_SECOND);
  let after = Math.ceil((wall + REACH_MS) / MS_PER_SECOND);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallAt(middle * MS_PER_SECOND, timeZone) < wall) before = middle;
    else after = middle;
  }
  return after * MS_PER_SECOND;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
