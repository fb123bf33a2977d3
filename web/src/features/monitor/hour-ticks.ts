import { formatClock } from '../../kit/format/time.js';
import type { Day } from './day-curve.js';

/** A mark on the axis of time. */
export interface Tick {
  readonly at: number;
  /** What the clocks of the zone show then, such as `03:00`. */
  readonly label: string;
}

/** No zone's offset is finer. */
const STEP_MS = 15 * 60_000;

/**
 * The first instants at which the clocks of a zone show each `everyHours`-th full hour of a day,
 * and its end. What a change of the clocks skips has no mark; what it repeats has one.
 */
export function hourTicks(day: Day, timeZone: string, everyHours: number): readonly Tick[] {
  const byLabel = new Map<string, number>();
  for (let at = day.start; at < day.end; at += STEP_MS) {
    const label = formatClock(at, timeZone);
    const [hour, minute] = label.split(':');
    const isMark = minute === '00' && Number(hour) % everyHours === 0;
    if (isMark && !byLabel.has(label)) byLabel.set(label, at);
  }
  const ticks = [...byLabel].map(([label, at]) => ({ at, label }));
  return [...ticks, { at: day.end, label: formatClock(day.end, timeZone) }];
}
