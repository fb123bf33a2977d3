import { invariant } from '../domain/errors.js';
import {
  type OutboxCursor,
  type OutboxPage,
  type OutboxState,
  readOutbox,
  readOutboxEnd,
} from '../persistence/queries/read-outbox.js';
import type { Sql } from '../persistence/unit-of-work.js';
import type { Logger } from '../platform/logger.js';
import type { Audiences } from './audiences.js';
import { CampaignBrands } from './campaign-brands.js';
import { Digest } from './digest.js';
import type { Dispatcher } from './dispatcher.js';
import type { Standpoint } from './live-event.js';
import type { Progress } from './progress.js';

export interface TailParts {
  readonly sql: Sql;
  readonly audiences: Audiences;
  readonly dispatcher: Dispatcher;
  /** Told how far it has come. */
  readonly progress: Progress;
  readonly log: Logger;
}

/** A bound while nothing can be read; what is beyond it may come to those who join then. */
const MAX_EXPECTED = 10_000;

/**
 * How far this process has followed the outbox. Dispatches every transaction once, in order; while
 * nobody listens it only moves along. One caller at a time.
 */
export class OutboxTail {
  /** The last row that was dispatched, or a mark: never a mere horizon, because after a crash of the
   * server the numbers of transactions that left no trace are given out again. */
  private cursor: OutboxCursor = { xid: 0n, seq: 0n };
  private state: OutboxState | null = null;
  private readonly expected = new Set<bigint>();
  private readonly brands: CampaignBrands;

  constructor(private readonly parts: TailParts) {
    this.brands = new CampaignBrands(parts.sql);
  }

  /** Begins anew at the present end; what was there before is never dispatched. */
  async moveToEnd(): Promise<void> {
    const end = await readOutboxEnd(this.parts.sql);
    this.moveTo(end, end.last);
  }

  /**
   * Dispatches what can be read, a page at most. Says whether that was all; then only what is held
   * back by an unfinished transaction may be left.
   */
  advance(): Promise<boolean> {
    return this.parts.audiences.size > 0 ? this.readOn() : this.skip();
  }

  /** This process has committed a transaction that is still to be read. Says whether it is remembered. */
  expect(xid: bigint): boolean {
    if (this.expected.size >= MAX_EXPECTED) return false;
    this.expected.add(xid);
    return true;
  }

  /** Whether something committed is held back by a transaction that is not finished. */
  get isHeldBack(): boolean {
    return (this.state?.waiting.size ?? 0) > 0;
  }

  /** Where a subscriber who joins now begins. */
  standpoint(): Standpoint {
    invariant(this.state, 'live delivery was not started');
    const { horizon, waiting } = this.state;
    const turn = this.parts.dispatcher.turn;
    return { position: horizon - 1n, waiting: waiting.union(this.expected), turn };
  }

  private async skip(): Promise<boolean> {
    const end = await readOutboxEnd(this.parts.sql);
    // Whoever joined meanwhile may be after what this read has seen: it must be read for them.
    if (this.parts.audiences.size > 0) return false;
    this.moveTo(end, end.last);
    return true;
  }

  private async readOn(): Promise<boolean> {
    const { sql, audiences, dispatcher } = this.parts;
    const page = await readOutbox(sql, this.cursor);
    if (this.hasMissedSome(page)) return this.startAfresh();
    this.brands.trim();
    const digest = new Digest(page.messages, audiences, this.brands);
    while (!digest.isComplete) await digest.complete(sql);
    // From here on nobody can join in between.
    dispatcher.dispatch(digest);
    this.moveBehind(page);
    return page.isComplete;
  }

  /** Rows were pruned before they were read here, or the database is an older one than it was. */
  private hasMissedSome({ keptFrom, horizon }: OutboxPage): boolean {
    return keptFrom > this.cursor.xid || horizon < this.cursor.xid;
  }

  private async startAfresh(): Promise<boolean> {
    this.parts.log.warn('live delivery fell behind what is kept: subscribers must read anew');
    const end = await readOutboxEnd(this.parts.sql);
    this.moveTo(end, end.last);
    this.parts.audiences.resync();
    return true;
  }

  private moveBehind(page: OutboxPage): void {
    const last = page.messages.at(-1) ?? this.cursor;
    if (page.isComplete) this.moveTo(page, last);
    else this.stand(last, { ...page, horizon: last.xid + 1n });
  }

  private moveTo(state: OutboxState, last: OutboxCursor | null): void {
    const mark = { xid: state.durable, seq: 0n };
    this.stand(last === null || last.xid < mark.xid ? mark : last, state);
  }

  private stand(cursor: OutboxCursor, state: OutboxState): void {
    this.cursor = cursor;
    this.state = state;
    for (const xid of this.expected) if (xid < state.horizon) this.expected.delete(xid);
    this.parts.progress.moved(state.horizon - 1n);
  }
}
