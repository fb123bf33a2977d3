import type { Timer } from '../../src/events/timer.js';

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** A timer whose time passes only when the test says so. */
export class ManualTimer implements Timer {
  private time = 0;
  private readonly due = new Set<Due>();

  /** How many calls are still to come. */
  get pending(): number {
    return this.due.size;
  }

  now(): number {
    return this.time;
  }

  after(delayMs: number, run: () => void): () => void {
    const call = { at: this.time + delayMs, run };
    this.due.add(call);
    return () => void this.due.delete(call);
  }

  /** Lets time pass, making each call that falls due at its own moment. */
  advance(ms: number): void {
    const until = this.time + ms;
    for (let next = this.earliest(until); next; next = this.earliest(until)) {
      this.due.delete(next);
      this.time = Math.max(this.time, next.at);
      next.run();
    }
    this.time = until;
  }

  private earliest(until: number): Due | undefined {
    return [...this.due].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }
}
