import type { Instant } from '../time/instant.js';
import { offsetSpanAt } from '../time/offset-span.js';

const MS_PER_HOUR = 3_600_000;

/**
 * The first instant of the local hour that holds `at`. An hour begins where the zone's clocks show a
 * full hour, or are put into another hour: so an hour that is repeated is two, one that is skipped
 * none, and one in which the clocks jump is shorter or longer.
 */
export function startOfHour(at: Instant, zone: string): Instant {
  let span = offsetSpanAt(zone, at);
  let start = at - past(at + span.offsetMs);
  while (start < span.from && !beginsHour(span.from, zone)) {
    const last = span.from - 1;
    span = offsetSpanAt(zone, last);
    start = last - past(last + span.offsetMs);
  }
  return Math.max(start, span.from);
}

/** The first instant of the local hour after the one that begins at `start`. */
export function hourAfter(start: Instant, zone: string): Instant {
  let from = start;
  for (;;) {
    const span = offsetSpanAt(zone, from);
    const next = from + MS_PER_HOUR - past(from + span.offsetMs);
    if (next < span.until) return next;
    from = span.until;
    if (beginsHour(from, zone)) return from;
  }
}

/** Whether an hour begins where the zone's offset changes. */
function beginsHour(change: Instant, zone: string): boolean {
  const { offsetMs, wallBefore } = offsetSpanAt(zone, change);
  const wall = change + offsetMs;
  return past(wall) === 0 || hourOf(wall) !== hourOf(wallBefore - 1);
}

/** How long the hour has lasted at a wall time, in milliseconds. */
function past(wall: number): number {
  return wall - hourOf(wall) * MS_PER_HOUR;
}

function hourOf(wall: number): number {
  return Math.floor(wall / MS_PER_HOUR);
}
