import type { Money } from '../../kit/format/money.js';
import { microsOf } from '../../kit/format/exact-amounts.js';

/** What was spent in a local hour, which begins at `start`. */
export interface HourOfSpend {
  readonly start: string;
  readonly spent: Money;
}

/** From its first instant to its end (exclusive), in milliseconds since 1970: 23, 24 or 25 hours. */
export interface Day {
  readonly start: number;
  readonly end: number;
}

/** How much had been spent at an instant, since the curve's beginning. */
export interface CurvePoint {
  readonly at: number;
  readonly micros: bigint;
}

export interface DayCurveInput {
  readonly series: readonly HourOfSpend[];
  readonly day: Day;
  /** Null: not known; the curve ends with the last hour in which something was spent. */
  readonly now: number | null;
  /** What the day has spent by now, which is newer than the series. */
  readonly totalMicros: bigint;
}

interface Hour {
  readonly start: number;
  readonly end: number;
  readonly micros: bigint;
}

/**
 * The sum of the day's spend at the end of each hour that is over, and now. At least one point, in
 * order, the first at the day's start. Hours of other days are left out.
 */
export function dayCurve({ series, day, now, totalMicros }: DayCurveInput): readonly CurvePoint[] {
  const hours = hoursOf(series, day);
  const until = Math.min(now ?? endOfSpend(hours, day), day.end);
  const points: CurvePoint[] = [{ at: day.start, micros: 0n }];
  let sum = 0n;
  for (const { end, micros } of hours) {
    if (end >= until) break;
    sum += micros;
    points.push({ at: end, micros: sum });
  }
  if (until > day.start) points.push({ at: until, micros: totalMicros });
  return points;
}

/** How much had been spent at an instant; between two points, as if evenly. */
export function spentAt(points: readonly CurvePoint[], at: number): bigint {
  const next = points.findIndex((point) => point.at >= at);
  const after = points[next === -1 ? points.length - 1 : next];
  const before = points[next === -1 ? points.length - 1 : next - 1];
  if (after === undefined) return 0n;
  if (before === undefined || after.at === before.at) return after.micros;
  const passedMs = BigInt(Math.round(at - before.at));
  const ms = BigInt(Math.round(after.at - before.at));
  return before.micros + ((after.micros - before.micros) * passedMs) / ms;
}

function hoursOf(series: readonly HourOfSpend[], day: Day): readonly Hour[] {
  const known = series
    .map(({ start, spent }) => ({ start: Date.parse(start), micros: microsOf(spent) }))
    .filter(({ start }) => start >= day.start && start < day.end)
    .sort((a, b) => a.start - b.start);
  return known.map((hour, place) => ({ ...hour, end: known[place + 1]?.start ?? day.end }));
}

function endOfSpend(hours: readonly Hour[], day: Day): number {
  return hours.findLast(({ micros }) => micros !== 0n)?.end ?? day.start;
}
