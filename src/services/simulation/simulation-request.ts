import type { Instant } from '../../domain/time/instant.js';

/** What the simulation depends on besides the campaigns and the minute. */
export interface SimulationRequest {
  readonly seed: string;
  /** Ends the work early, between two batches. */
  readonly signal?: AbortSignal;
}

/** The same of what happens after `from`, up to and with `to`. */
export interface SpanRequest extends SimulationRequest {
  readonly from: Instant;
  readonly to: Instant;
}

/** What the ledger calls where simulated spend comes from. */
export const SIMULATION_SOURCE = 'simulation';

const MS_PER_MINUTE = 60_000;
const MINUTE_LENGTH = '2026-11-22T09:30'.length;

/** The minute of an instant, as event ids name it. */
export function minuteOf(instantText: string): string {
  return instantText.slice(0, MINUTE_LENGTH);
}

/** An instant in each minute that the span touches. */
export function minutesOf({ from, to }: Pick<SpanRequest, 'from' | 'to'>): readonly Instant[] {
  const first = Math.floor(from / MS_PER_MINUTE);
  const count = Math.floor(to / MS_PER_MINUTE) - first + 1;
  return Array.from({ length: count }, (_, i) => (first + i) * MS_PER_MINUTE);
}
