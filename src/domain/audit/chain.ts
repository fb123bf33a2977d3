import { formatInstant } from '../time/instant.js';
import type { AuditEntry } from './audit-entry.js';

/** Gives the SHA-256 of a text in UTF-8, as 64 hexadecimal digits in lower case. */
export type Sha256 = (text: string) => string;

/** The hash before the first row of an agency's log. */
export const GENESIS_HASH = '0'.repeat(64);

/** Where a log ends: the place and the hash of its last row. */
export interface ChainHead {
  readonly seq: bigint;
  readonly hash: string;
}

/** Before the first row. */
export const EMPTY_CHAIN: ChainHead = { seq: 0n, hash: GENESIS_HASH };

/** A row before it has its place. `before` and `after` are the JSON texts that are stored. */
export interface AuditFacts extends Omit<
  AuditEntry,
  'before' | 'after' | 'seq' | 'previousHash' | 'hash'
> {
  readonly before: string | null;
  readonly after: string | null;
}

/** A row with its place in the chain. */
export interface LinkedFacts extends AuditFacts {
  readonly seq: bigint;
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * What is hashed of a row: a JSON array, without spaces, of the hash before it, its place as a
 * decimal text, the agency's uuid, its own uuid, the instant in ISO 8601, the actor's kind, id and
 * name, the origin, the action, the object's kind and id, the stored texts of before and after, the
 * reason, and the request's id. What is not there is null.
 */
export function canonicalText(row: Omit<LinkedFacts, 'hash'>): string {
  const { actor, object } = row;
  return JSON.stringify([
    row.previousHash,
    String(row.seq),
    row.agencyId,
    row.id,
    formatInstant(row.at),
    actor.kind,
    actor.id,
    actor.name,
    row.origin,
    row.action,
    object.kind,
    object.id,
    row.before,
    row.after,
    row.reason,
    row.requestId,
  ]);
}

/** Appends rows to a chain: each with its place, the hash of the one before it, and its own. */
export function linkFacts(
  head: ChainHead,
  facts: readonly AuditFacts[],
  sha256: Sha256,
): readonly LinkedFacts[] {
  let { seq, hash } = head;
  return facts.map((fact) => {
    seq += 1n;
    const placed = { ...fact, seq, previousHash: hash };
    hash = sha256(canonicalText(placed));
    return { ...placed, hash };
  });
}

/** How a row contradicts the one before it or itself. */
export type ChainFlaw =
  /** Rows between it and the one before it are missing, or it stands elsewhere. */
  | 'WRONG_PLACE'
  /** It does not follow the row that is before it. */
  | 'WRONG_LINK'
  /** It is not what it was when it was written. */
  | 'WRONG_HASH';

/** A row that follows `head`, as it should or not; null: as it should. */
export function flawOf(head: ChainHead, row: LinkedFacts, sha256: Sha256): ChainFlaw | null {
  if (row.seq !== head.seq + 1n) return 'WRONG_PLACE';
  if (row.previousHash !== head.hash) return 'WRONG_LINK';
  return sha256(canonicalText(row)) === row.hash ? null : 'WRONG_HASH';
}

/** How a log contradicts what was noted of its end. */
export type EndFlaw =
  /** Rows at its end are missing. */
  | 'CUT_SHORT'
  /** It goes on, or its last row is another one. */
  | 'WRONG_END';

/** Whether a log that was read up to `last` ends as was noted; null: it does. */
export function endFlawOf(last: ChainHead, noted: ChainHead): EndFlaw | null {
  if (last.seq < noted.seq) return 'CUT_SHORT';
  return last.seq === noted.seq && last.hash === noted.hash ? null : 'WRONG_END';
}
