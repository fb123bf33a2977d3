import { pruneOutbox } from '../persistence/queries/prune-outbox.js';
import type { Sql } from '../persistence/unit-of-work.js';
import type { Logger } from '../platform/logger.js';
import type { Timer } from './timer.js';

const INTERVAL_MS = 60_000;

/** Prunes the outbox once a minute. A failure is for the next minute: a full outbox harms nobody. */
export class Pruning {
  private cancel: (() => void) | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly sql: Sql,
    private readonly timer: Timer,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.cancel = this.timer.after(INTERVAL_MS, () => {
      this.running = this.prune();
    });
  }

  async close(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    await this.running;
  }

  private async prune(): Promise<void> {
    try {
      await pruneOutbox(this.sql);
    } catch (error) {
      this.log.debug({ err: error }, 'the outbox was not pruned');
    }
    if (this.cancel !== null) this.start();
  }
}
