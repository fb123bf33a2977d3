import type { DatabaseTime } from './database-time.js';
import type { Identity } from './identity.js';
import { isSameStanding } from './identity-of-row.js';

/** Why a credential no longer lets somebody stay. */
export type LossReason = 'EXPIRED' | 'REVOKED';

interface Hold {
  readonly identity: Identity;
  readonly onLost: (why: LossReason) => void;
}

/** Those who stay, such as on a socket, each as long as they are who they were when they came. */
export class Holds {
  private readonly holds = new Set<Hold>();

  constructor(private readonly time: DatabaseTime) {}

  /** Adds one, who is told once when it is lost; what is given ends it without a word. */
  add(identity: Identity, onLost: (why: LossReason) => void): () => void {
    const hold = { identity, onLost };
    this.holds.add(hold);
    return () => void this.holds.delete(hold);
  }

  identities(): readonly Identity[] {
    return [...this.holds].map(({ identity }) => identity);
  }

  /** Ends those whose credential has ended by itself. */
  expire(): void {
    for (const hold of this.holds) {
      if (this.time.hasCome(hold.identity.expiresAt)) this.lose(hold, 'EXPIRED');
    }
  }

  /**
   * Ends those who are no longer who they were. `present` has by credential's id who is known now,
   * of those that were `asked` about.
   */
  review(asked: ReadonlySet<Identity>, present: ReadonlyMap<string, Identity>): void {
    for (const hold of this.holds) {
      if (!asked.has(hold.identity)) continue;
      const { credential, standing, expiresAt } = hold.identity;
      const found = present.get(credential.id);
      if (found && isSameStanding(found.standing, standing)) continue;
      const hasEnded = !found && this.time.mayHaveCome(expiresAt);
      this.lose(hold, hasEnded ? 'EXPIRED' : 'REVOKED');
    }
  }

  clear(): void {
    this.holds.clear();
  }

  private lose(hold: Hold, why: LossReason): void {
    this.holds.delete(hold);
    hold.onLost(why);
  }
}
