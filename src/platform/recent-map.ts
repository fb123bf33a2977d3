import { monotonicMs } from './monotonic.js';

/** What has not been used for so long is forgotten. */
const MAX_IDLE_MS = 3_600_000;

/**
 * A map that keeps what was used last: at least `capacity` entries, at most twice as many. It is two
 * generations, of which the older is dropped when the younger is full, so that a use costs no more
 * than a look-up.
 */
export class RecentMap<Key, Value> {
  private young = new Map<Key, Value>();
  private old = new Map<Key, Value>();
  private turnedAt = monotonicMs();

  constructor(private readonly capacity: number) {}

  get(key: Key): Value | undefined {
    this.turn();
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const older = this.old.get(key);
    if (older !== undefined) this.young.set(key, older);
    return older;
  }

  set(key: Key, value: Value): void {
    this.turn();
    this.young.set(key, value);
  }

  /** Lets the older generation go where the younger is full, or an hour has passed; both after two. */
  private turn(): void {
    const now = monotonicMs();
    const idleMs = now - this.turnedAt;
    if (this.young.size < this.capacity && idleMs < MAX_IDLE_MS) return;
    this.old = idleMs < 2 * MAX_IDLE_MS ? this.young : new Map<Key, Value>();
    this.young = new Map();
    this.turnedAt = now;
  }
}
