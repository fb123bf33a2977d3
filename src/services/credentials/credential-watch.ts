import { UnavailableError } from '../../domain/errors.js';
import type { KeyId, PersonId, SessionId } from '../../domain/ids.js';
import { realTimer, type Timer } from '../../events/timer.js';
import type { Database } from '../../persistence/database.js';
import { readIdentities } from '../../persistence/queries/read-identities.js';
import { touchCredentials } from '../../persistence/queries/touch-credentials.js';
import type { Logger } from '../../platform/logger.js';
import { DatabaseTime } from './database-time.js';
import { Holds, type LossReason } from './holds.js';
import type { Credentials, Identity } from './identity.js';
import { credentialIdsOf, identityOfRow } from './identity-of-row.js';
import { KnownIdentities } from './known-identities.js';

/** What the watch works with. */
export interface CredentialWatchParts {
  readonly database: Database;
  readonly log: Logger;
  readonly timer?: Timer;
}

/** Whom a change concerns that is to hold at once in this process. */
export type Concern =
  { readonly personId: PersonId } | { readonly sessionId: SessionId } | { readonly keyId: KeyId };

/** How often those who stay or come often are read again: before they stop being fresh. */
const REVIEW_EVERY_MS = 750;
/** A review whose connection hangs must not keep the next ones from seeing what changes. */
const REVIEW_LIMIT_MS = 3_000;

/**
 * Knows whose credentials are good. What changes about them (revocation, role, brands, agency, a
 * person's deactivation) is noticed within about two seconds in every process, the end of their time
 * within one. Without the database nobody new is known, and nobody who stays is sent away.
 */
export class CredentialWatch {
  private readonly database: Database;
  private readonly log: Logger;
  private readonly timer: Timer;
  private readonly time: DatabaseTime;
  private readonly known: KnownIdentities;
  private readonly holds: Holds;
  private review: Promise<void> | null = null;
  private isFailing = false;
  private isReviewWanted = false;
  private stopTicking: (() => void) | null = null;

  constructor({ database, log, timer = realTimer }: CredentialWatchParts) {
    this.database = database;
    this.log = log;
    this.timer = timer;
    this.time = new DatabaseTime(timer);
    this.known = new KnownIdentities({ database, timer, time: this.time });
    this.holds = new Holds(this.time);
  }

  /** Begins to review those who stay and come often. */
  start(): void {
    this.stopTicking ??= this.timer.after(REVIEW_EVERY_MS, () => {
      this.tick();
    });
  }

  /** Ends the reviews; nobody who stays is told. */
  async close(): Promise<void> {
    this.stopTicking?.();
    this.stopTicking = null;
    this.holds.clear();
    this.isReviewWanted = false;
    await this.review;
  }

  /**
   * Who shows these credentials; null: nobody who is known. A bearer token counts before a session.
   * Throws UnavailableError if the database is needed and cannot be reached.
   */
  async identify({ bearer, session }: Credentials): Promise<Identity | null> {
    if (bearer !== null) return this.known.find('KEY', bearer);
    return session === null ? null : this.known.find('SESSION', session);
  }

  /**
   * Tells once when somebody is no longer who they were: the credential has ended or was revoked, or
   * their role, brands or agency are others. What is given ends the holding without a word.
   */
  hold(identity: Identity, onLost: (why: LossReason) => void): () => void {
    return this.holds.add(identity, onLost);
  }

  /** Asks the database about them anew, for those who stay at once. */
  forget(concern: Concern): void {
    this.known.forget((identity) => isAbout(concern, identity));
    this.startReview();
  }

  private tick(): void {
    this.stopTicking = null;
    this.start();
    this.holds.expire();
    this.startReview();
  }

  /** Reviews now, or again as soon as the review that is under way has ended. */
  private startReview(): void {
    this.isReviewWanted = this.review !== null;
    this.review ??= this.inTime(this.reviewAll())
      .then(() => {
        this.isFailing = false;
      })
      .catch((error: unknown) => {
        if (!this.isFailing) this.log.warn({ err: error }, 'could not read who is signed in');
        this.isFailing = true;
      })
      .finally(() => {
        this.review = null;
        if (this.isReviewWanted) this.startReview();
      });
  }

  /** Throws UnavailableError if the work takes too long; it then goes on by itself. */
  private async inTime(work: Promise<void>): Promise<void> {
    const { promise: isLate, reject } = Promise.withResolvers<never>();
    const stop = this.timer.after(REVIEW_LIMIT_MS, () => {
      reject(new UnavailableError('The database does not answer in time.', 1));
    });
    try {
      await Promise.race([work, isLate]);
    } finally {
      stop();
    }
  }

  private async reviewAll(): Promise<void> {
    const held = new Set(this.holds.identities());
    const recent = this.known.recent();
    const asked = credentialIdsOf([...held, ...recent.identities.values()]);
    if (asked.sessions.length + asked.keys.length === 0) return;
    const rows = await readIdentities(this.database.everywhere, asked);
    const [first] = rows;
    if (first) this.time.set(first.now, recent.at);
    const present = new Map(rows.map((row) => [row.id, identityOfRow(row)]));
    this.known.renew(recent, present);
    this.holds.review(held, present);
    const used = this.known.takeUses(recent);
    if (used.length > 0) await touchCredentials(this.database.everywhere, credentialIdsOf(used));
  }
}

function isAbout(concern: Concern, { credential }: Identity): boolean {
  if ('keyId' in concern) return credential.kind === 'KEY' && credential.id === concern.keyId;
  if (credential.kind !== 'SESSION') return false;
  if ('sessionId' in concern) return credential.id === concern.sessionId;
  return credential.personId === concern.personId;
}
