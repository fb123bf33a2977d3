/**
 * Runs a call for all who request it: at most one is on its way, and one more afterwards stands for
 * all that were requested meanwhile. `call` must not throw.
 */
export class MergedCalls {
  private running = false;
  private again = false;

  constructor(private readonly call: () => Promise<void>) {}

  request(): void {
    this.again = true;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.again) {
      this.again = false;
      await this.call();
    }
    this.running = false;
  }
}
