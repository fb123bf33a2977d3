import { invariant } from '../errors.js';
import type { Instant } from '../time/instant.js';
import { offsetSpanAt } from '../time/offset-span.js';
import { MINUTES_PER_WEEK, weekOf } from './week.js';
import type { Week } from './week.js';
import type { DaypartingWindow } from './window.js';

type Windows = readonly DaypartingWindow[];

const MS_PER_MINUTE = 60_000;
const MS_PER_WEEK = MINUTES_PER_WEEK * MS_PER_MINUTE;
/** 1970-01-01 was a Thursday: the first week of UTC's wall clock begins on the Monday after. */
const FIRST_MONDAY_MS = 4 * 86_400_000;
/**
 * Zones keep an offset for weeks at least, but for a handful of exceptions in their whole history.
 */
const MAX_OFFSET_CHANGES = 100;

/**
 * Whether the schedule is open at `at`: always without windows, otherwise if the wall time in
 * `zone` lies in a window. A repeated hour counts twice, a skipped one never.
 */
export function isOpen(windows: Windows, zone: string, at: Instant): boolean {
  if (windows.length === 0) return true;
  return isOpenAtWall(weekOf(windows), at + offsetSpanAt(zone, at).offsetMs);
}

/**
 * The first instant after `at` at which {@link isOpen} is not what it is at `at`; null if there is
 * none.
 */
export function nextChange(windows: Windows, zone: string, at: Instant): Instant | null {
  if (windows.length === 0) return null;
  const week = weekOf(windows);
  return week.changes.length === 0 ? null : changeAfter(week, zone, at);
}

/**
 * The first instant after `at` at which the schedule goes from closed to open; null if there is
 * none. Where it is open at `at`, that is the opening after it has closed.
 */
export function nextOpening(windows: Windows, zone: string, at: Instant): Instant | null {
  const change = nextChange(windows, zone, at);
  return change === null || isOpen(windows, zone, change)
    ? change
    : nextChange(windows, zone, change);
}

function changeAfter(week: Week, zone: string, at: Instant): Instant {
  let from = at;
  let span = offsetSpanAt(zone, from);
  const open = isOpenAtWall(week, from + span.offsetMs);
  for (let changes = 0; changes < MAX_OFFSET_CHANGES; changes += 1) {
    const candidate = from + msUntilChange(week, from + span.offsetMs);
    if (candidate < span.until) return candidate;
    from = span.until;
    span = offsetSpanAt(zone, from);
    if (isOpenAtWall(week, from + span.offsetMs) !== open) return from;
  }
  invariant(false, `${zone} changes its offset more than ${MAX_OFFSET_CHANGES} times in a row`);
}

function isOpenAtWall(week: Week, wall: number): boolean {
  const isChanged = changesUntil(week, msOfWeek(wall)) % 2 === 1;
  return week.openAtEnd !== isChanged;
}

/**
 * How long the wall clock runs from `wall` to the next change of a week that has one; always above
 * 0.
 */
function msUntilChange(week: Week, wall: number): number {
  const { changes } = week;
  const now = msOfWeek(wall);
  const next = changes[changesUntil(week, now)] ?? MINUTES_PER_WEEK + (changes[0] ?? 0);
  return next * MS_PER_MINUTE - now;
}

/** How many of the week's changes have happened by the millisecond of the week, itself included. */
function changesUntil({ changes }: Week, ms: number): number {
  const next = changes.findIndex((change) => change * MS_PER_MINUTE > ms);
  return next === -1 ? changes.length : next;
}

function msOfWeek(wall: number): number {
  const ms = (wall - FIRST_MONDAY_MS) % MS_PER_WEEK;
  return ms < 0 ? ms + MS_PER_WEEK : ms;
}
