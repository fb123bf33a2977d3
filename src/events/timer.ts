import { monotonicMs } from '../platform/monotonic.js';

/** Waits in monotonic real time, whatever the injected clock shows. */
export interface Timer {
  /** Milliseconds since an arbitrary moment. */
  now(): number;
  /** Calls `run` once after `delayMs`, unless what it gives is called before. */
  after(delayMs: number, run: () => void): () => void;
}

/** The machine's timer. What waits on it does not keep the process alive. */
export const realTimer: Timer = {
  now: monotonicMs,
  after(delayMs, run) {
    const timeout = setTimeout(run, delayMs);
    timeout.unref();
    return () => {
      clearTimeout(timeout);
    };
  },
};
