import type { Instant } from '../domain/time/instant.js';
import { monotonicMs } from '../platform/monotonic.js';
import type { Kernel } from '../services/kernel.js';
import { simulateSpan } from '../services/simulation/simulate-span.js';
import { settlesWithin, wait } from './kit/wait.js';
import { SIMULATION_CALLER } from './spend-simulation.job.js';

/** What somebody who watches takes for moving all the time. */
const TICK_MS = 1_000;
/** After a tick it rests so many times as long as the tick took: many campaigns slow it down. */
const REST_FACTOR = 9;
/** Of what is longer ago nothing is made up for. */
const MAX_SPAN_MS = 60_000;
const STOP_MS = 3_000;

/** What a pacer works with; what waits can be replaced by a test. */
export interface PacerSettings {
  readonly kernel: Kernel;
  readonly seed: string;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Spreads the simulated spend of each minute over its seconds, so that the demo moves all the time.
 * Begins with the minute in which it starts. Several processes may pace the same demo: what one has
 * done the others find done. Outlives the loss of the database.
 */
export class SpendPacer {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly settings: PacerSettings) {}

  start(): void {
    this.running = this.run(this.stopping.signal);
  }

  /** Ends it after the transaction it is in, within bounds. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await settlesWithin(STOP_MS, this.running);
  }

  private async run(signal: AbortSignal): Promise<void> {
    const { kernel, wait: rest = wait } = this.settings;
    let done = startOfMinute(kernel.clock.now());
    while (!signal.aborted) {
      const startedAt = monotonicMs();
      done = await this.tick(done, signal);
      const tookMs = monotonicMs() - startedAt;
      await rest(Math.max(TICK_MS - tookMs, REST_FACTOR * tookMs), signal);
    }
  }

  /** Does what has come since, and says up to when all is done. */
  private async tick(done: Instant, signal: AbortSignal): Promise<Instant> {
    const { kernel, seed } = this.settings;
    const to = kernel.clock.now();
    const from = Math.max(Math.min(done, to), to - MAX_SPAN_MS);
    try {
      await simulateSpan(kernel, SIMULATION_CALLER, { seed, signal, from, to });
      return to;
    } catch (error) {
      kernel.log.warn({ err: error }, 'the demo could not spend');
      return from;
    }
  }
}

function startOfMinute(instant: Instant): Instant {
  return instant - (instant % MAX_SPAN_MS);
}
