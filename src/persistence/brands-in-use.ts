import type { BrandId } from '../domain/ids.js';

/**
 * Brands that this process is changing: until it has heard how that ended, what it has in mind of them is
 * about to be out of date.
 */
export class BrandsInUse {
  /** By how many units of work. */
  private readonly uses = new Map<BrandId, number>();

  /** Whether one of these brands is being changed. */
  hasAny(brandIds: readonly BrandId[]): boolean {
    return brandIds.some((id) => this.uses.has(id));
  }

  /** Says that these brands are being changed as long as `work` takes. */
  async during<T>(brandIds: readonly BrandId[], work: () => Promise<T>): Promise<T> {
    for (const id of brandIds) this.uses.set(id, (this.uses.get(id) ?? 0) + 1);
    try {
      return await work();
    } finally {
      for (const id of brandIds) this.leave(id);
    }
  }

  private leave(id: BrandId): void {
    const others = (this.uses.get(id) ?? 1) - 1;
    if (others === 0) this.uses.delete(id);
    else this.uses.set(id, others);
  }
}
