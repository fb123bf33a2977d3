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
