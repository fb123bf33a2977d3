import type { Micros } from '../money/micros.js';
import type { Instant } from '../time/instant.js';

/** The length of a point of a series, in the owner's local time. */
export type Granularity = 'HOUR' | 'DAY' | 'MONTH';

/** True spend of one local hour, day or month; `start` is its first instant. */
export interface SpendPoint {
  readonly start: Instant;
  readonly spentMicros: Micros;
}

/** The most points that one series may have. */
export const MAX_SERIES_POINTS = 1000;
