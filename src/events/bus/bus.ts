import type { Logger } from '../../platform/logger.js';

/**
 * Wakes the other processes: something was committed, look. A signal says no more than that, so it
 * may be lost, merged with others or come twice; what happened is read from the database.
 */
export interface Bus {
  /** Signals all other processes. Never waits, never throws; signals in quick succession are merged. */
  publish(): void;
  /**
   * Connects and calls `onSignal` for signals of other processes, and whenever a connection is made,
   * because signals may have been lost before. Reconnects by itself. Once only.
   */
  subscribe(onSignal: () => void): void;
  /** Lets go of all connections. Nothing is signalled any more. */
  close(): Promise<void>;
}

/** How a connection that gives no answer any more is found out, in milliseconds. */
export interface BusPace {
  /** A connection that only listens is asked for a sign of life so often. */
  readonly heartbeatMs: number;
  /** Whoever has not answered by then is dead. */
  readonly answerMs: number;
}

export const BUS_PACE: BusPace = { heartbeatMs: 10_000, answerMs: 5_000 };

/** What a bus is made with. */
export interface BusSettings {
  /** The address of its server. */
  readonly url: string;
  readonly log: Logger;
  readonly pace?: BusPace;
}
