import type { Timer } from './timer.js';

/** Shorter than what a network adds anyway; long enough to hand out what was read together. */
const FRESH_MS = 20;

interface Read<Snapshot> {
  readonly snapshot: Snapshot | null;
  readonly at: number;
}

/**
 * Reads the snapshot of the event whose turn has come together with those of the events right behind
 * it, so that a subscriber who catches up does not cost a statement an event. What was read is used
 * within a few milliseconds or not at all, and never for an event that came after it was read.
 */
export class Lookahead<Event extends object, Snapshot> {
  private read = new WeakMap<Event, Read<Snapshot>>();

  constructor(
    private readonly load: (event: Event) => Promise<Snapshot | null>,
    private readonly timer: Timer,
  ) {}

  /** The snapshot for an event that is delivered now; null if there is none any more. */
  snapshotFor(event: Event, upcoming: readonly Event[]): Promise<Snapshot | null> {
    const known = this.read.get(event);
    if (known && this.timer.now() - known.at <= FRESH_MS) return Promise.resolve(known.snapshot);
    // Whoever keeps up has nothing to look ahead to, and there may be thousands of them.
    return upcoming.length === 0 ? this.load(event) : this.readAll(event, upcoming);
  }

  private async readAll(event: Event, upcoming: readonly Event[]): Promise<Snapshot | null> {
    const events = [event, ...upcoming];
    const snapshots = await Promise.all(events.map(this.load));
    const at = this.timer.now();
    this.read = new WeakMap(
      events.map((each, i) => [each, { snapshot: snapshots[i] ?? null, at }]),
    );
    return snapshots[0] ?? null;
  }
}
