import {
  DAYS_OF_WEEK,
  type DaypartingWindow,
  dayIndex,
  MINUTES_PER_DAY,
} from '../../../../../src/domain/schedule/window.js';
import { ALWAYS, type OpenHours, sameHours, within } from './open-hours.js';

/** What is open without a break and opens on one day; before its start, its end is on the day after. */
interface Piece {
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** A night that is open on both sides of midnight: two pieces, or one. */
interface Night {
  readonly late: Piece;
  readonly early: Piece;
}

/**
 * The fewest windows that open exactly these hours, days with the same times in one window: none
 * for always, and null for never, which no schedule can say. Unbroken hours are cut at midnight
 * alone, and not even there where that takes no more windows.
 */
export function minimalWindows(hours: OpenHours): DaypartingWindow[] | null {
  if (hours.length === 0) return null;
  if (sameHours(hours, ALWAYS)) return [];
  const pieces = piecesOf(hours);
  const nights = nightsOf(pieces);
  const inNights = new Set(nights.flatMap(({ late, early }) => [late, early]));
  const fixed = pieces.filter((piece) => !inNights.has(piece));
  return gather([...fixed, ...bestNights(nights, new Set(fixed.map(timesOf)))]);
}

function piecesOf(hours: OpenHours): Piece[] {
  return DAYS_OF_WEEK.flatMap((_, day) => {
    const midnight = day * MINUTES_PER_DAY;
    return within(hours, { start: midnight, end: midnight + MINUTES_PER_DAY }).map(
      ({ start, end }) => ({ day, start: start - midnight, end: end - midnight }),
    );
  });
}

/** Those that may be one window, which is shorter than a day. */
function nightsOf(pieces: readonly Piece[]): Night[] {
  return pieces.flatMap((late) => {
    if (late.end !== MINUTES_PER_DAY) return [];
    const next = (late.day + 1) % DAYS_OF_WEEK.length;
    const early = pieces.find(({ day, start }) => day === next && start === 0);
    return early !== undefined && early.end < late.start ? [{ late, early }] : [];
  });
}

/** Tries all ways to cut the nights, of which a week has at most 2^7. */
function bestNights(nights: readonly Night[], times: ReadonlySet<string>): Piece[] {
  let best: Piece[] = [];
  let bestCost = Number.POSITIVE_INFINITY;
  for (let cuts = 0; cuts < 2 ** nights.length; cuts += 1) {
    const pieces = nights.flatMap(({ late, early }, index) =>
      ((cuts >> index) & 1) === 1 ? [late, early] : [{ ...late, end: early.end }],
    );
    const added = new Set(pieces.map(timesOf)).difference(times).size;
    // Windows first, then how many days they name.
    const cost = added * 100 + pieces.length;
    if (cost < bestCost) [best, bestCost] = [pieces, cost];
  }
  return best;
}

function timesOf({ start, end }: Piece): string {
  return `${start}-${end}`;
}

function gather(pieces: readonly Piece[]): DaypartingWindow[] {
  const windows = [...Map.groupBy(pieces, timesOf).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const open = new Set(same.map(({ day }) => day));
    const days = DAYS_OF_WEEK.filter((_, day) => open.has(day));
    return [{ days, startMinute: first.start, endMinute: first.end }];
  });
  return windows.toSorted((a, b) => firstMinute(a) - firstMinute(b));
}

function firstMinute({ days, startMinute }: DaypartingWindow): number {
  const [first = 'MONDAY'] = days;
  return dayIndex(first) * MINUTES_PER_DAY + startMinute;
}
