import type { Instant } from '../domain/time/instant.js';
import type { Clock } from './clock.js';

/** A clock that stands still until it is moved. What it shows is a copy of what the database keeps. */
export class TestClock implements Clock {
  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant;
  }

  /** Shows a later instant; an earlier one, read late, is ignored. */
  moveTo(instant: Instant): void {
    this.instant = Math.max(this.instant, instant);
  }
}
