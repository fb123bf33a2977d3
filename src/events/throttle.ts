import type { Timer } from './timer.js';

/** A key that was let through, until when it must wait, and what came in the meantime. */
interface Slot<T> {
  readonly freeAt: number;
  latest: { readonly value: T } | null;
}

/**
 * Lets a value of a key through at once, and then the latest that came since, at most once per
 * interval: so the last value always arrives. Holds only keys that had a value within the interval.
 */
export class Throttle<T> {
  /** In the order in which they become free: each is entered anew when it is let through. */
  private readonly slots = new Map<string, Slot<T>>();
  private cancelSweep: (() => void) | null = null;

  constructor(
    private readonly intervalMs: number,
    private readonly timer: Timer,
    private readonly emit: (value: T) => void,
  ) {}

  /** How many keys are held. */
  get size(): number {
    return this.slots.size;
  }

  offer(key: string, value: T): void {
    const slot = this.slots.get(key);
    if (slot) {
      slot.latest = { value };
      return;
    }
    this.letThrough(key, value);
    if (this.cancelSweep === null) this.sweepLater(this.intervalMs);
  }

  /** Forgets everything that waits. */
  close(): void {
    this.cancelSweep?.();
    this.cancelSweep = null;
    this.slots.clear();
  }

  private letThrough(key: string, value: T): void {
    this.slots.set(key, { freeAt: this.timer.now() + this.intervalMs, latest: null });
    this.emit(value);
  }

  private sweep(): void {
    this.cancelSweep = null;
    const now = this.timer.now();
    for (const [key, { freeAt, latest }] of this.slots) {
      if (freeAt > now) {
        this.sweepLater(freeAt - now);
        return;
      }
      this.slots.delete(key);
      if (latest) this.letThrough(key, latest.value);
    }
  }

  private sweepLater(delayMs: number): void {
    this.cancelSweep = this.timer.after(delayMs, () => {
      this.sweep();
    });
  }
}
