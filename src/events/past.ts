import { isSince, type Origin, type Standpoint } from './live-event.js';

/** Where a subscription begins: what comes before the live events, and which of those are news. */
export interface Past<Event> {
  /** Reads what was missed, or its beginning. Throws ResyncError if it is too much. */
  begin(): Promise<void>;
  /** The next event that was missed; null, for good, when only live ones are left. */
  next(): Promise<Event | null>;
  /** Some of the missed events that come after that. */
  upcoming(count: number): readonly Event[];
  /** Whether a live event is neither missed nor before. Asked when it comes and when it goes. */
  isNews(event: Event): boolean;
  /** Nobody asks any more. */
  stop(): void;
}

/** Nothing was missed: only what is committed after the subscriber joined is news. */
export class FromNowOn implements Past<Origin> {
  constructor(private readonly joined: Standpoint) {}

  begin(): Promise<void> {
    return Promise.resolve();
  }

  next(): Promise<null> {
    return Promise.resolve(null);
  }

  upcoming(): readonly never[] {
    return [];
  }

  isNews(event: Origin): boolean {
    return isSince(this.joined, event);
  }

  stop(): void {
    // There is nothing that goes on.
  }
}
