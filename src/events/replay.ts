import type { Reach } from '../domain/access/caller.js';
import type { ChangeId } from '../domain/ids.js';
import { ResyncError, type WatchFilter } from '../domain/live/updates.js';
import {
  type ChangePlace,
  type CommittedChange,
  findTransactionOfChange,
  readChangesAfter,
} from '../persistence/queries/changes-in-commit-order.js';
import type { Desk } from './desk.js';
import { type ChangeEvent, isSince, type Standpoint } from './live-event.js';
import type { Past } from './past.js';
import { untilAvailable } from './until-available.js';

/** More than this is not replayed: reading the current state costs less. */
const MAX_REPLAYED = 1_000;
/** How often it makes sure that somebody still waits. */
const WAIT_MS = 1_000;

/** What a subscriber wants to go on from. */
export interface ReplayRequest {
  readonly reach: Reach;
  readonly filter: WatchFilter;
  /** The last change it had. */
  readonly after: ChangeId;
}

/**
 * What a subscriber missed, from the history, and then what is live, without a gap or a repetition.
 * The subscriber joins first. What this process has dispatched is replayed at once; what is committed
 * but held back, as soon as it may be dispatched; all that is later comes live. What comes live
 * although it was replayed, or is not after what the subscriber had, is no news.
 */
export class Replay implements Past<ChangeEvent> {
  private readonly joined: Standpoint;
  private readonly ready: ChangeEvent[] = [];
  /** The last change that was read, or the one to go on from; null if there is no such change. */
  private last: ChangePlace | null = null;
  /** The last transaction that was committed when the subscriber joined, and how far was read. */
  private latest = 0n;
  private position = 0n;
  private isOver = false;
  private isUnknown = false;
  private stopped = false;

  constructor(
    private readonly desk: Desk,
    private readonly request: ReplayRequest,
  ) {
    this.joined = desk.standpoint();
  }

  async begin(): Promise<void> {
    const { reach, after: id } = this.request;
    const xid = await this.read(() =>
      findTransactionOfChange(this.desk.database.within(reach), reach.agencyId, id),
    );
    this.isUnknown = xid === null;
    if (xid === null) return;
    const found = await this.readOn({ xid, id });
    this.latest = found.at(-1)?.xid ?? 0n;
  }

  async next(): Promise<ChangeEvent | null> {
    while (this.ready.length === 0 && this.position < this.latest && !this.stopped) {
      await this.desk.comeTo(this.latest, WAIT_MS);
      // Before `latest` there may be more by now: what slower transactions committed.
      if (this.last && this.desk.standpoint().position > this.position)
        await this.readOn(this.last);
    }
    const event = this.ready.shift();
    if (event === undefined) this.isOver = true;
    return event ?? null;
  }

  upcoming(count: number): readonly ChangeEvent[] {
    return this.ready.slice(0, count);
  }

  /** Until it is known what was replayed, everything is kept. */
  isNews(event: ChangeEvent): boolean {
    // Nothing can follow a change that does not exist, as nothing is of a campaign that does not.
    if (this.isUnknown) return false;
    if (!this.isOver) return true;
    if (this.last === null) return isSince(this.joined, event);
    return isLater({ xid: event.xid, id: event.change.id }, this.last);
  }

  stop(): void {
    this.stopped = true;
  }

  /** Makes ready what this process has come to, and gives all that is committed. */
  private async readOn(after: ChangePlace): Promise<readonly CommittedChange[]> {
    const { reach, filter } = this.request;
    const query = { agencyId: reach.agencyId, filter, after, limit: MAX_REPLAYED + 1 };
    const { position } = this.desk.standpoint();
    const found = await this.read(() => readChangesAfter(this.desk.database.within(reach), query));
    if (found.length > MAX_REPLAYED) throw new ResyncError();
    const reached = found.filter(({ xid }) => xid <= position);
    this.ready.push(...reached.map((change) => ({ ...change, turn: this.joined.turn })));
    const last = this.ready.at(-1);
    this.last = last === undefined ? after : { xid: last.xid, id: last.change.id };
    this.position = position;
    return found;
  }

  private read<T>(query: () => Promise<T>): Promise<T> {
    return this.desk.replays.pass(() => untilAvailable(this.desk.patience, query));
  }
}

function isLater(a: ChangePlace, b: ChangePlace): boolean {
  return a.xid === b.xid ? a.id > b.id : a.xid > b.xid;
}
