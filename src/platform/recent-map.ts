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
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: Key, value: Value): void {
    this.young.set(key, value);
    const now = monotonicMs();
    if (this.young.size < this.capacity && now - this.turnedAt < MAX_IDLE_MS) return;
    this.old = this.young;
    this.young = new Map();
    this.turnedAt = now;
  }
}
