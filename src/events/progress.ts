import type { Timer } from './timer.js';

interface Waiter {
  readonly xid: bigint;
  readonly resolve: (value: undefined) => void;
}

/** Tells those who wait for it when everything up to a transaction has been dispatched. */
export class Progress {
  private readonly waiting = new Set<Waiter>();

  constructor(private readonly timer: Timer) {}

  /** Resolves when `moved` has been told this transaction or a later one, or after `timeoutMs`. */
  async until(xid: bigint, timeoutMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const waiter = { xid, resolve };
    this.waiting.add(waiter);
    const cancel = this.timer.after(timeoutMs, () => {
      resolve(undefined);
    });
    await promise;
    cancel();
    this.waiting.delete(waiter);
  }

  /** Everything up to `position` has been dispatched. */
  moved(position: bigint): void {
    for (const { xid, resolve } of this.waiting) if (xid <= position) resolve(undefined);
  }
}
