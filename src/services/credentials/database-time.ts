import type { Instant } from '../../domain/time/instant.js';
import type { Timer } from '../../events/timer.js';

/** The database and this process may tell the same moment apart by so much. */
const DOUBT_MS = 1_000;

/**
 * What time it is by the database's clock, by which credentials end: from what it said last, and the
 * time that has passed since, also while it cannot be asked.
 */
export class DatabaseTime {
  private aheadMs = -Infinity;

  constructor(private readonly timer: Timer) {}

  /** Takes over what the database said, in answer to what was sent at a moment of the timer. */
  set(now: Instant, sentAt: number): void {
    this.aheadMs = now - (sentAt + this.timer.now()) / 2;
  }

  /** Whether an instant has come; never, before the database has said what time it is. */
  hasCome(instant: Instant | null): boolean {
    return instant !== null && instant <= this.timer.now() + this.aheadMs;
  }

  /** The same, but for a doubt: whether what is gone from the database may have ended at it. */
  mayHaveCome(instant: Instant | null): boolean {
    return instant !== null && this.hasCome(instant - DOUBT_MS);
  }
}
