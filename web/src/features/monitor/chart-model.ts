import type { UsageFragment } from '../../client/generated/graphql.js';
import { microsOf } from '../../kit/format/exact-amounts.js';
import { type CurvePoint, type Day, dayCurve, type HourOfSpend } from './day-curve.js';
import { leadOf, type Outlook, outlookOf } from './outlook.js';
import { idealAt, projectedAt, type Projection, projectionOf } from './projection.js';

export interface ChartInput {
  readonly series: readonly HourOfSpend[];
  readonly usage: UsageFragment;
  readonly timeZone: string;
  /** The server's time; null: not known. */
  readonly now: string | null;
}

/** An instant of the chart: what was spent by then, or may be. Null: it says nothing of that. */
export interface ChartRow {
  readonly at: number;
  readonly spent: bigint | null;
  readonly ideal: bigint | null;
  readonly likely: bigint | null;
  readonly low: bigint | null;
  readonly high: bigint | null;
}

/** All that a chart of a day's spend says, in exact amounts. */
export interface ChartModel {
  readonly day: Day;
  readonly timeZone: string;
  readonly currency: string;
  readonly now: number | null;
  readonly last: CurvePoint;
  /** The true spend at which the budget is exhausted; null: no budget. */
  readonly capMicros: bigint | null;
  /** What a reset took out of the count today. */
  readonly setAsideMicros: bigint;
  readonly rows: readonly ChartRow[];
  readonly outlook: Outlook;
  readonly lead: number | null;
}

/** Puts together what is read, what is heard and what follows from it. */
export function chartModel({ series, usage, timeZone, now }: ChartInput): ChartModel {
  const day = { start: Date.parse(usage.periodStart), end: Date.parse(usage.periodEnd) };
  const nowMs = now === null ? null : Math.min(Math.max(Date.parse(now), day.start), day.end);
  const totalMicros = microsOf(usage.trueSpent);
  const setAsideMicros = totalMicros - microsOf(usage.spent);
  // The curve is of all that was spent: a reset raises it by what it set aside.
  const capMicros = usage.budget === null ? null : microsOf(usage.budget) + setAsideMicros;
  const points = dayCurve({ series, day, now: nowMs, totalMicros });
  const last = points.at(-1) ?? { at: day.start, micros: 0n };
  const known = nowMs === null ? null : projectionOf(points);
  const outlook = outlookOf({ day, last, capMicros, pace: known?.likely ?? null });
  // Once it is exhausted nothing more is to be spent: its pace is over.
  const projection = outlook.kind === 'exhausted' ? null : known;
  const future = { day, last, capMicros, projection };
  return {
    day,
    timeZone,
    currency: usage.spent.currency,
    now: nowMs,
    last,
    capMicros,
    setAsideMicros,
    rows: instantsOf(points, series, day).map((at) => rowAt(at, points, future)),
    outlook,
    lead: nowMs === null ? null : leadOf({ day, last, capMicros }),
  };
}

/** Those of the curve, and after it each hour's start to the day's end. */
function instantsOf(
  points: readonly CurvePoint[],
  series: readonly HourOfSpend[],
  day: Day,
): readonly number[] {
  const lastAt = points.at(-1)?.at ?? day.start;
  const ahead = series
    .map(({ start }) => Date.parse(start))
    .filter((start) => start > lastAt && start < day.end);
  const all = new Set([...points.map(({ at }) => at), ...ahead, day.end]);
  return [...all].sort((a, b) => a - b);
}

interface Future {
  readonly day: Day;
  readonly last: CurvePoint;
  readonly capMicros: bigint | null;
  readonly projection: Projection | null;
}

function rowAt(at: number, points: readonly CurvePoint[], future: Future): ChartRow {
  const { day, last, capMicros, projection } = future;
  const isAhead = projection !== null && at >= last.at;
  return {
    at,
    spent: points.find((point) => point.at === at)?.micros ?? null,
    ideal: capMicros === null ? null : idealAt(day, capMicros, at),
    likely: isAhead ? projectedAt(last, projection.likely, at) : null,
    low: isAhead ? projectedAt(last, projection.low, at) : null,
    high: isAhead ? projectedAt(last, projection.high, at) : null,
  };
}
