/** How the way to the server is: nothing is known yet, it is open, it is broken, or it is refused. */
export type ConnectionPhase = 'connecting' | 'open' | 'lost' | 'refused';

/** The state of the websocket. Instants are those of `performance.now()`, in milliseconds. */
export interface Connection {
  readonly phase: ConnectionPhase;
  /** When the server was last heard; null: not yet. */
  readonly heardAt: number | null;
}

type Listener = () => void;

/** The websocket's state and those who want to know when its phase changes. */
export class ConnectionState {
  private current: Connection = { phase: 'connecting', heardAt: null };
  private readonly listeners = new Set<Listener>();

  /** The present state: the same object as long as nothing has changed. */
  readonly get = (): Connection => this.current;

  /** Calls `listener` after each change, heartbeats included. Gives what ends it. */
  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The server was heard. */
  hear(): void {
    this.set({ phase: 'open', heardAt: performance.now() });
  }

  /** The way is broken; it is being tried again, or not where it is refused. */
  lose(phase: 'lost' | 'refused'): void {
    if (this.current.phase === phase) return;
    this.set({ phase, heardAt: this.current.heardAt });
  }

  private set(next: Connection): void {
    this.current = next;
    for (const listener of this.listeners) listener();
  }
}
