import { hashToken } from '../../auth/token.js';
import type { Timer } from '../../events/timer.js';
import type { Database } from '../../persistence/database.js';
import { readIdentity } from '../../persistence/queries/read-identities.js';
import type { DatabaseTime } from './database-time.js';
import type { Identity } from './identity.js';
import { type Cached, IdentityCache } from './identity-cache.js';
import { identityOfRow } from './identity-of-row.js';

/** So long somebody is taken for who they were without asking the database again. */
const FRESH_MS = 1_000;
/** Whoever has not come for so long is only read again when they come. */
const RECENT_MS = 10_000;
/** How often the use of a credential is noted. */
const NOTE_USE_EVERY_MS = 60_000;
/** Some megabytes; whoever falls out costs one statement the next time. */
const MAX_KNOWN = 10_000;

/** What identities are known with. */
interface Parts {
  readonly database: Database;
  readonly timer: Timer;
  readonly time: DatabaseTime;
}

/** Some identities at a moment of the timer, by their token's kind and digest. */
export interface Recent {
  readonly at: number;
  readonly generation: number;
  readonly identities: ReadonlyMap<string, Identity>;
}

/** Who came with which token, as the database said within the last second. */
export class KnownIdentities {
  private readonly cache = new IdentityCache(MAX_KNOWN);
  /** Reads that are under way, so that many who come with the same token at once cost one. */
  private reads = new Map<string, Promise<Identity | null>>();
  /** Grows when something is to be forgotten: what was read before must not be kept after. */
  private generation = 0;

  constructor(private readonly parts: Parts) {}

  /** Whose token it is; null: nobody's. Throws UnavailableError where the database is needed and gone. */
  async find(kind: 'KEY' | 'SESSION', token: string): Promise<Identity | null> {
    const digest = hashToken(token);
    const key = `${kind} ${digest}`;
    const cached = this.cache.get(key);
    if (cached && this.isGood(cached)) {
      this.cache.keep(key, { ...cached, usedAt: this.parts.timer.now() });
      return cached.identity;
    }
    const { reads } = this;
    const read = reads.get(key) ?? this.read(key, kind, digest);
    reads.set(key, read);
    try {
      return await read;
    } finally {
      reads.delete(key);
    }
  }

  forget(concerns: (identity: Identity) => boolean): void {
    this.generation += 1;
    this.reads = new Map();
    this.cache.dropWhere(concerns);
  }

  /** Those who came not long ago. */
  recent(): Recent {
    const at = this.parts.timer.now();
    const cached = this.cache.usedSince(at - RECENT_MS);
    const identities = new Map(cached.map(([key, { identity }]) => [key, identity]));
    return { at, generation: this.generation, identities };
  }

  /** Takes over who they are now, by credential's id; of those who are missing nothing is known. */
  renew({ at, generation, identities }: Recent, present: ReadonlyMap<string, Identity>): void {
    if (generation !== this.generation) return;
    for (const [key, { credential }] of identities) {
      this.cache.renew(key, present.get(credential.id) ?? null, at);
    }
  }

  /** Those of them whose use is to be noted in the database now: each is given once a minute. */
  takeUses({ identities }: Recent): readonly Identity[] {
    const now = this.parts.timer.now();
    return this.cache.takeUses([...identities.keys()], now, now - NOTE_USE_EVERY_MS);
  }

  private async read(
    key: string,
    kind: 'KEY' | 'SESSION',
    digest: string,
  ): Promise<Identity | null> {
    const { database, timer, time } = this.parts;
    const { generation } = this;
    const sentAt = timer.now();
    const row = await readIdentity(database.everywhere, kind, digest);
    if (row === null) {
      this.cache.drop(key);
      return null;
    }
    time.set(row.now, sentAt);
    const identity = identityOfRow(row);
    if (generation === this.generation) {
      const notedAt = this.cache.get(key)?.notedAt ?? null;
      this.cache.keep(key, { identity, verifiedAt: sentAt, usedAt: sentAt, notedAt });
    }
    return identity;
  }

  private isGood({ identity, verifiedAt }: Cached): boolean {
    const { timer, time } = this.parts;
    return timer.now() - verifiedAt < FRESH_MS && !time.hasCome(identity.expiresAt);
  }
}
