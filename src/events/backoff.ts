/** Delays that double from `firstMs` up to `lastMs`, until something succeeds. */
export class Backoff {
  private nextMs: number;

  constructor(
    private readonly firstMs: number,
    private readonly lastMs: number,
  ) {
    this.nextMs = firstMs;
  }

  /** How long to wait after this failure. */
  next(): number {
    const delayMs = this.nextMs;
    this.nextMs = Math.min(delayMs * 2, this.lastMs);
    return delayMs;
  }

  /** It succeeded: the next failure waits as the first one did. */
  reset(): void {
    this.nextMs = this.firstMs;
  }
}
