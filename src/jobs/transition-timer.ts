import { applyDue } from '../services/budgets/apply-due.js';
import { readNextDue } from '../services/jobs/read-next-due.js';
import type { Kernel } from '../services/kernel.js';
import { settlesWithin, wait } from './kit/wait.js';

/** Others may move the next due instant forward at any time: it is read again at least so often. */
const MAX_SLEEP_MS = 1_000;
const FIRST_RETRY_MS = 100;
const MAX_RETRY_MS = 2_000;
const STOP_MS = 3_000;

/**
 * Sleeps until the earliest instant at which something falls due, anywhere, and does it: transitions
 * are made within about a second. Outlives the loss of the database.
 */
export class TransitionTimer {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly kernel: Kernel) {}

  start(): void {
    this.running = this.run(this.stopping.signal);
  }

  /** Ends it after the transaction it is in, within bounds. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await settlesWithin(STOP_MS, this.running);
  }

  private async run(signal: AbortSignal): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!signal.aborted) {
      try {
        await wait(await this.tick(signal), signal);
        retryMs = FIRST_RETRY_MS;
      } catch (error) {
        this.kernel.log.warn({ err: error, retryMs }, 'the transition timer failed');
        await wait(retryMs, signal);
        retryMs = Math.min(2 * retryMs, MAX_RETRY_MS);
      }
    }
  }

  /** Does what is due and says how long to sleep. */
  private async tick(signal: AbortSignal): Promise<number> {
    const next = await readNextDue(this.kernel);
    if (next === null) return MAX_SLEEP_MS;
    const sleepMs = next - this.kernel.clock.now();
    if (sleepMs > 0) return Math.min(sleepMs, MAX_SLEEP_MS);
    const { brands, changes } = await applyDue(this.kernel, { signal });
    if (brands > 0) this.kernel.log.debug({ brands, changes }, 'time moved campaigns');
    // Where nothing could be done, clocks disagree: asking at once would be asking in a circle.
    return brands > 0 ? 0 : MAX_SLEEP_MS;
  }
}
