import { type CurvePoint, type Day, spentAt } from './day-curve.js';

/** Spent so much in so long: `micros` per `overMs`, kept apart so that it stays exact. */
export interface Pace {
  readonly micros: bigint;
  readonly overMs: number;
}

/** How it goes on if nothing changes. */
export interface Projection {
  /** The pace of the last three hours. */
  readonly likely: Pace;
  /** The slowest and the fastest of: the last hour, the last three, the whole day. */
  readonly low: Pace;
  readonly high: Pace;
}

export const HOUR_MS = 3_600_000;
/** Long enough to even out a pause, and short enough to follow the day. */
export const PACE_WINDOW_MS = 3 * HOUR_MS;
/** With less than this of a day, a pace says nothing. */
const TOO_EARLY_MS = 10 * 60_000;

/** The pace of a curve's last `windowMs`, or of all of it; refunds do not make it negative. */
export function paceOf(points: readonly CurvePoint[], windowMs: number): Pace {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return { micros: 0n, overMs: 1 };
  const from = Math.max(first.at, last.at - windowMs);
  const micros = last.micros - spentAt(points, from);
  return { micros: micros < 0n ? 0n : micros, overMs: Math.max(1, Math.round(last.at - from)) };
}

/** What is to be expected of the rest of the day; null: too early to say. */
export function projectionOf(points: readonly CurvePoint[]): Projection | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (last.at - first.at < TOO_EARLY_MS) return null;
  const likely = paceOf(points, PACE_WINDOW_MS);
  const all = [likely, paceOf(points, HOUR_MS), paceOf(points, Number.POSITIVE_INFINITY)];
  return {
    likely,
    low: all.reduce((a, b) => (isFaster(a, b) ? b : a)),
    high: all.reduce((a, b) => (isFaster(a, b) ? a : b)),
  };
}

/** What will have been spent at an instant after `from` at this pace. */
export function projectedAt(from: CurvePoint, pace: Pace, at: number): bigint {
  return from.micros + (pace.micros * BigInt(Math.round(at - from.at))) / BigInt(pace.overMs);
}

/** When `capMicros` is reached at this pace; null: never. It may be long after the day. */
export function exhaustionAt(from: CurvePoint, pace: Pace, capMicros: bigint): number | null {
  const left = capMicros - from.micros;
  if (left <= 0n) return from.at;
  if (pace.micros === 0n) return null;
  // Up to the next millisecond: not a moment before it is reached.
  return from.at + Number((left * BigInt(pace.overMs) + pace.micros - 1n) / pace.micros);
}

/** What should have been spent by then for a cap to be used up evenly over the day. */
export function idealAt(day: Day, capMicros: bigint, at: number): bigint {
  const passedMs = Math.min(Math.max(at, day.start), day.end) - day.start;
  return (capMicros * BigInt(Math.round(passedMs))) / BigInt(Math.max(1, day.end - day.start));
}

function isFaster(a: Pace, b: Pace): boolean {
  return a.micros * BigInt(b.overMs) > b.micros * BigInt(a.overMs);
}
