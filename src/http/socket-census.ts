/** Counts what each address holds, up to a limit. */
export class SocketCensus {
  private readonly countByAddress = new Map<string, number>();

  constructor(private readonly limit: number) {}

  /** Counts one more, and gives what takes it off again; null if the address has its fill. */
  admit(address: string): (() => void) | null {
    const count = this.countByAddress.get(address) ?? 0;
    if (count >= this.limit) return null;
    this.countByAddress.set(address, count + 1);
    return () => {
      this.leave(address);
    };
  }

  private leave(address: string): void {
    const count = (this.countByAddress.get(address) ?? 1) - 1;
    if (count > 0) this.countByAddress.set(address, count);
    else this.countByAddress.delete(address);
  }
}
