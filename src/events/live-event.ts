import type { StatusChange } from '../domain/history/status-change.js';
import type { Instant } from '../domain/time/instant.js';
import type { Subject } from './audience.js';

/** Where an event comes from: the transaction, and when this process dispatched it. */
export interface Origin {
  readonly xid: bigint;
  /** Counts what this process dispatched. */
  readonly turn: number;
}

/** A status change on its way to subscribers. */
export interface ChangeEvent extends Origin {
  readonly change: StatusChange;
}

/** The totals of a campaign or brand, the subject, changed. */
export interface SpendEvent extends Origin {
  readonly subject: Subject;
  readonly ownerId: string;
  /** When it was committed. */
  readonly at: Instant;
}

/** How far this process has come, at the moment at which a subscriber joins. */
export interface Standpoint {
  /** Every transaction up to this one has ended, and every earlier one has been dispatched. */
  readonly position: bigint;
  /** Transactions known to have committed that are still to be dispatched. */
  readonly waiting: ReadonlySet<bigint>;
  readonly turn: number;
}

/** Whether an event is of something committed, as far as this process knew, after a subscriber joined. */
export function isSince(joined: Standpoint, { xid, turn }: Origin): boolean {
  // Looking a bigint up is what would cost most of delivering an event.
  return turn > joined.turn && (joined.waiting.size === 0 || !joined.waiting.has(xid));
}
