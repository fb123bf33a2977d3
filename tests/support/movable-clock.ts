import type { Instant } from '../../src/domain/time/instant.js';
import type { Clock } from '../../src/platform/clock.js';

/** A clock that shows what it was last told, also something earlier than before. */
export class MovableClock implements Clock {
  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant;
  }

  set(instant: Instant): void {
    this.instant = instant;
  }
}
