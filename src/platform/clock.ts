import type { Instant } from '../domain/time/instant.js';

/** Says what time it is. Instants that are stored or compared with a calendar come from here. */
export interface Clock {
  /** The present instant, in epoch milliseconds. */
  now(): Instant;
}

/** The machine's clock; it may step back. */
export const systemClock: Clock = { now: () => Date.now() };
