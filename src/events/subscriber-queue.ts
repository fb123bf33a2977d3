/** What a queue does with what it already holds, and how much it holds. */
export interface QueueRules {
  /** How many keys may be pending. */
  readonly capacity: number;
  /**
   * Where the latest item of a pending key goes. `TO_THE_END`: a consumer that remembers only its
   * last item knows that everything before it was delivered or replaced by something after it.
   * `IN_PLACE`: a key that changes all the time still gets its turn.
   */
  readonly replacement: 'TO_THE_END' | 'IN_PLACE';
}

/** Whether an item was added, took the place of an older one of its key, or did not fit. */
export type Offered = 'ADDED' | 'REPLACED' | 'FULL';

/**
 * What one subscriber has not taken yet: at most one item a key, the latest, and a bounded number of
 * keys. So a subscriber that stalls costs a bounded memory, and no one else anything.
 */
export class SubscriberQueue<Item> {
  private readonly pending = new Map<string, Item>();
  private wake: (() => void) | null = null;
  private closed = false;

  constructor(private readonly rules: QueueRules) {}

  /** How many keys are pending. */
  get size(): number {
    return this.pending.size;
  }

  offer(key: string, item: Item): Offered {
    const isKnown = this.pending.has(key);
    if (!isKnown && this.pending.size >= this.rules.capacity) return 'FULL';
    if (this.rules.replacement === 'TO_THE_END') this.pending.delete(key);
    this.pending.set(key, item);
    this.wake?.();
    return isKnown ? 'REPLACED' : 'ADDED';
  }

  /** The first item as soon as there is one; undefined once closed. One consumer at a time. */
  async take(): Promise<Item | undefined> {
    while (!this.closed) {
      // What is offered in one go is coalesced before the consumer, woken by the first, runs.
      for (const [key, item] of this.pending) {
        this.pending.delete(key);
        return item;
      }
      await this.offered();
    }
    return undefined;
  }

  /** The items that come next, at most so many. */
  next(count: number): readonly Item[] {
    return this.pending.values().take(count).toArray();
  }

  /** Forgets everything; whoever waits gets nothing. */
  close(): void {
    this.closed = true;
    this.pending.clear();
    this.wake?.();
  }

  private async offered(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.wake = () => {
      resolve(undefined);
    };
    await promise;
    this.wake = null;
  }
}
