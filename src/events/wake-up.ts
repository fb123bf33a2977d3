import type { Timer } from './timer.js';

/** Lets one loop sleep until it is rung or a time has passed. Rings while it is awake count. */
export class WakeUp {
  private rung = false;
  private wake: (() => void) | null = null;

  constructor(private readonly timer: Timer) {}

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Resolves at the next ring, at once if one came since the last wait, or after `timeoutMs`. */
  async wait(timeoutMs: number): Promise<void> {
    if (!this.rung) await this.sleep(timeoutMs);
    this.rung = false;
  }

  private async sleep(timeoutMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const cancel = this.timer.after(timeoutMs, () => {
      resolve(undefined);
    });
    this.wake = () => {
      resolve(undefined);
    };
    await promise;
    cancel();
    this.wake = null;
  }
}
