import type { Logger } from '../platform/logger.js';
import { Backoff } from './backoff.js';
import type { OutboxTail } from './outbox-tail.js';
import type { Timer } from './timer.js';
import { pause } from './until-available.js';
import { WakeUp } from './wake-up.js';

/** When it looks though nothing woke it: a signal may have been lost. */
const POLL_MS = 1_000;
/** Under load it looks at most so often: what comes meanwhile is read in one go. */
const PACE_MS = 5;
/** How soon it looks again for rows that an unfinished transaction holds back. */
const FIRST_RECHECK_MS = 5;
const LAST_RECHECK_MS = 250;
const FIRST_RETRY_MS = 100;

/** Follows the outbox whenever it is woken, and every second; goes on when the database is back. */
export class Relay {
  private behindSince: number | null = null;
  private failing = false;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private readonly wakeUp: WakeUp;
  private readonly rechecks = new Backoff(FIRST_RECHECK_MS, LAST_RECHECK_MS);
  private readonly retries = new Backoff(FIRST_RETRY_MS, POLL_MS);

  constructor(
    private readonly tail: OutboxTail,
    private readonly timer: Timer,
    private readonly log: Logger,
  ) {
    this.wakeUp = new WakeUp(timer);
  }

  /** Begins at the present end of the outbox. Throws if the database cannot be reached. */
  async start(): Promise<void> {
    await this.tail.moveToEnd();
    this.running = this.run();
  }

  /** Looks at once, or right after the look that is on its way. */
  wake(): void {
    this.wakeUp.ring();
  }

  /** Stops when the look that is on its way is done. */
  async close(): Promise<void> {
    this.stopped = true;
    this.wakeUp.ring();
    await this.running;
  }

  /** For how long there has been something that was not dispatched, as far as is known; 0: nothing. */
  get lagMs(): number {
    return this.behindSince === null ? 0 : this.timer.now() - this.behindSince;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const startedAt = this.timer.now();
      const delayMs = await this.look(startedAt);
      await this.wakeUp.wait(delayMs);
      const restMs = startedAt + PACE_MS - this.timer.now();
      if (restMs > 0) await pause(this.timer, restMs);
    }
  }

  /** Dispatches all that can be, and says when to look again though nothing wakes it. */
  private async look(startedAt: number): Promise<number> {
    try {
      while (!(await this.tail.advance()) && !this.stopped) this.behindSince ??= startedAt;
      this.reportRecovery();
      return this.delayAfterLook(startedAt);
    } catch (error) {
      this.behindSince ??= startedAt;
      this.reportFailure(error);
      return this.retries.next();
    }
  }

  private delayAfterLook(startedAt: number): number {
    this.retries.reset();
    if (this.tail.isHeldBack) {
      this.behindSince ??= startedAt;
      return this.rechecks.next();
    }
    this.behindSince = null;
    this.rechecks.reset();
    return POLL_MS;
  }

  private reportFailure(error: unknown): void {
    if (this.failing || this.stopped) return;
    this.failing = true;
    this.log.warn({ err: error }, 'live delivery waits: the outbox cannot be read');
  }

  private reportRecovery(): void {
    if (!this.failing) return;
    this.failing = false;
    this.log.info('live delivery goes on');
  }
}
