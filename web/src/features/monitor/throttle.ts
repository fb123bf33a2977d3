/** What a throttle knows of time. */
export interface Timers {
  /** Milliseconds from any beginning. */
  readonly now: () => number;
  /** Calls later, once. Gives what prevents it. */
  readonly later: (run: () => void, delayMs: number) => () => void;
}

/** Those of the browser. */
export const BROWSER_TIMERS: Timers = {
  now: () => performance.now(),
  later: (run, delayMs) => {
    const timer = setTimeout(run, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};

export interface ThrottleOptions {
  readonly everyMs: number;
  readonly timers: Timers;
}

/**
 * Runs something whenever it is asked to, but never twice within `everyMs`, and never before the
 * last run is over. Whatever was asked for in between is done by one run afterwards: none is lost.
 */
export class Throttle {
  private startedAt = Number.NEGATIVE_INFINITY;
  private isRunning = false;
  private isAsked = false;
  private isStopped = false;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly run: () => Promise<unknown>,
    private readonly options: ThrottleOptions,
  ) {}

  /** Runs it now or as soon as it may. */
  readonly ask = (): void => {
    if (this.isStopped) return;
    this.isAsked = true;
    if (this.isRunning || this.cancel !== null) return;
    const { everyMs, timers } = this.options;
    const delayMs = this.startedAt + everyMs - timers.now();
    if (delayMs <= 0) this.start();
    else this.cancel = timers.later(this.start, delayMs);
  };

  /** Begins no run any more, until it is begun again. */
  stop(): void {
    this.isStopped = true;
    this.cancel?.();
    this.cancel = null;
  }

  /** Takes requests again. */
  resume(): void {
    this.isStopped = false;
  }

  private readonly start = (): void => {
    this.cancel = null;
    this.isAsked = false;
    this.isRunning = true;
    this.startedAt = this.options.timers.now();
    const end = (): void => {
      this.isRunning = false;
      if (this.isAsked) this.ask();
    };
    this.run().then(end, end);
  };
}
