import type { Identity } from './identity.js';

/** An identity as it was last read. Times are those of the watch's timer. */
export interface Cached {
  readonly identity: Identity;
  /** When the statement that last found it good was sent. */
  readonly verifiedAt: number;
  /** When somebody last came with it. */
  readonly usedAt: number;
  /** When its use was last noted in the database by this process; null: not yet. */
  readonly notedAt: number | null;
}

/** Identities by their token's kind and digest: so many at most, those that were used last. */
export class IdentityCache {
  private readonly byToken = new Map<string, Cached>();

  constructor(private readonly maxSize: number) {}

  get(token: string): Cached | undefined {
    return this.byToken.get(token);
  }

  /** Puts one in, or makes it the one that was used last. */
  keep(token: string, cached: Cached): void {
    this.byToken.delete(token);
    this.byToken.set(token, cached);
    const [oldest] = this.byToken.keys();
    if (this.byToken.size > this.maxSize && oldest !== undefined) this.byToken.delete(oldest);
  }

  drop(token: string): void {
    this.byToken.delete(token);
  }

  dropWhere(concerns: (identity: Identity) => boolean): void {
    for (const [token, { identity }] of this.byToken) {
      if (concerns(identity)) this.byToken.delete(token);
    }
  }

  /** What was read again of one, unless it was read since; null: it is no longer good. */
  renew(token: string, identity: Identity | null, verifiedAt: number): void {
    const cached = this.byToken.get(token);
    if (!cached || cached.verifiedAt > verifiedAt) return;
    if (identity === null) this.byToken.delete(token);
    else this.byToken.set(token, { ...cached, identity, verifiedAt });
  }

  /** Those that were used at that time or later. */
  usedSince(time: number): readonly (readonly [token: string, cached: Cached])[] {
    return [...this.byToken].filter(([, { usedAt }]) => usedAt >= time);
  }

  /**
   * Those of the tokens whose use was last noted at `notedBefore` or earlier, and which were used
   * since: `now` it is noted.
   */
  takeUses(tokens: readonly string[], now: number, notedBefore: number): readonly Identity[] {
    return tokens.flatMap((token) => {
      const cached = this.byToken.get(token);
      if (!cached) return [];
      const { identity, usedAt, notedAt } = cached;
      if (notedAt !== null && (notedAt > notedBefore || usedAt <= notedAt)) return [];
      this.byToken.set(token, { ...cached, notedAt: now });
      return [identity];
    });
  }
}
